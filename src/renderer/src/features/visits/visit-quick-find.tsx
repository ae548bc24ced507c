// Ctrl+N from anywhere: first who, offered from today's list, then the visit.
import { UserRound } from 'lucide-react';
import { useEffect, useState } from 'react';
import { call } from '#renderer/lib/client.ts';
import { personNote, usePersonSearch } from '#renderer/lib/person-search.ts';
import { CommandPalette, type PaletteSection } from '#renderer/ui/command-palette.tsx';
import type { PersonId } from '#shared/model/ids.ts';
import { VisitEntryDialog } from './visit-entry.tsx';

interface ChosenPerson {
  readonly id: PersonId;
  readonly name: string;
}

/** How many of today's list are offered before anything is typed. */
const OFFERED = 8;

function useSections(choose: (person: ChosenPerson) => void) {
  const search = usePersonSearch();
  const offer = async () => {
    const { overdue, dueToday } = await call('board.today', {});
    return [...overdue, ...dueToday].slice(0, OFFERED).map(({ personId, name, kana, place }) => ({
      id: personId,
      label: `${name}さん`,
      note: [kana, place].filter(Boolean).join('　'),
      icon: UserRound,
      onChoose: () => choose({ id: personId, name }),
    }));
  };
  const find = async (text: string) =>
    (await search(text)).map(({ person, isVariant }) => ({
      id: person.id,
      label: `${person.name}さん${isVariant ? '（表記ちがい）' : ''}`,
      note: personNote(person),
      icon: UserRound,
      onChoose: () => choose({ id: person.id, name: person.name }),
    }));
  return async (text: string): Promise<readonly PaletteSection[]> =>
    text.trim() === ''
      ? [{ title: '今日うかがう方', items: await offer() }]
      : [{ title: 'どなたの見守りを記録しますか', items: await find(text) }];
}

export function VisitQuickFind({ onClose }: { readonly onClose: () => void }) {
  const [isSearching, setIsSearching] = useState(true);
  const [person, setPerson] = useState<ChosenPerson | null>(null);
  const onSearch = useSections(setPerson);
  useEffect(() => {
    if (!isSearching && person === null) {
      onClose();
    }
  }, [isSearching, person, onClose]);
  return person === null ? (
    <CommandPalette
      isOpen={isSearching}
      onClose={() => setIsSearching(false)}
      onSearch={onSearch}
      label="見守りを記録する方をさがす"
      placeholder="名前・フリガナ・電話・住所"
    />
  ) : (
    <VisitEntryDialog person={person} onClose={onClose} />
  );
}
