// Warns while a new person is being typed in that they may be in the register already.
import { Link } from '@tanstack/react-router';
import { useFormatDate } from '#renderer/lib/settings.tsx';
import { today } from '#renderer/lib/today.ts';
import { useRegisterQuery } from '#renderer/lib/use-register.ts';
import { Notice } from '#renderer/ui/notice.tsx';
import { readDate } from '#shared/model/date-text.ts';
import type { PersonDraft } from './person-draft.ts';

export function SimilarPeopleNotice({ draft }: { readonly draft: PersonDraft }) {
  const formatDate = useFormatDate();
  const birth = readDate(draft.birthOn, { today: today(), purpose: 'birth' });
  const { data: similar = [] } = useRegisterQuery(
    'people.findSimilar',
    {
      name: draft.name.slice(0, 100),
      birthOn: birth.ok ? birth.date : null,
      address: draft.address.slice(0, 200),
      phone: (draft.phone || draft.mobile).slice(0, 40),
    },
    { enabled: draft.name.trim().length >= 2, keepPrevious: true },
  );
  if (similar.length === 0) {
    return null;
  }
  return (
    <Notice tone="warning" title="同じ方がすでに登録されているかもしれません">
      {similar.slice(0, 3).map((person) => (
        <p key={person.id}>
          <Link to="/people/$personId" params={{ personId: person.id }}>
            {person.name}さん
          </Link>
          （{[formatDate(person.birthOn), person.address].filter((part) => part !== '').join('・')}）
        </p>
      ))}
    </Notice>
  );
}
