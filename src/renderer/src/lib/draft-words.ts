// What a kept draft is called, and where its form stands.
import type { ListedDraft } from '#shared/contract/drafts.contract.ts';
import { draftSubjectOf } from '#shared/model/draft-key.ts';
import { monthWords } from './month-words.ts';
import { useFormatShortDate } from './settings.tsx';

/** The screen on which the form stands; `null` for a visit, which is written in a window over any screen. */
export function draftPathOf({ key }: ListedDraft): string | null {
  const subject = draftSubjectOf(key);
  switch (subject.kind) {
    case 'person':
      return subject.personId === null ? '/people/new' : `/people/${subject.personId}/edit`;
    case 'new_consultation':
      return `/consultations/new${subject.personId === null ? '' : `?personId=${encodeURIComponent(subject.personId)}`}`;
    case 'consultation':
      return `/consultations/${subject.consultationId}`;
    case 'agenda':
      return `/meetings/${subject.meetingId}`;
    case 'remarks':
      return `/reports/new?month=${subject.month}`;
    case 'visit':
      return null;
  }
}

export function useDraftWords() {
  const formatDate = useFormatShortDate();
  return ({ key, person, heldOn, isGone }: ListedDraft): string => {
    const subject = draftSubjectOf(key);
    const of = person === null ? '' : `${person.name}さんの`;
    const words = {
      person: person === null ? '新しい方の登録' : `${of}登録内容`,
      visit: `${of}見守り`,
      new_consultation: `${of}相談`,
      consultation: `${of}相談`,
      agenda: `${formatDate(heldOn)} 連絡会の議題`.trim(),
      remarks: subject.kind === 'remarks' ? `${monthWords(subject.month)}の集計の連絡事項` : '',
    }[subject.kind];
    return isGone ? `${words}（もとの記録は消されています）` : words;
  };
}
