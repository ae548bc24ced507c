// Turns a person's visits into entries of the timeline, and holds the dialog in which one is corrected.
import { Footprints, Pencil, TriangleAlert } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { type CodeTables, useCodes } from '#renderer/lib/codes.tsx';
import { useFormatDate } from '#renderer/lib/settings.tsx';
import { useRegisterQuery } from '#renderer/lib/use-register.ts';
import { StatusTag, type Tone } from '#renderer/ui/badge.tsx';
import { IconButton } from '#renderer/ui/icon-button.tsx';
import type { TimelineEntry } from '#renderer/ui/timeline.tsx';
import type { Visit } from '#shared/contract/visits.contract.ts';
import type { PersonId } from '#shared/model/ids.ts';
import { isConcern, isSeen } from './visit-choices.ts';
import { VisitEntryDialog } from './visit-entry.tsx';

function toneOf(codes: CodeTables, visit: Visit): Tone {
  if (isConcern(codes, visit.result)) {
    return 'alert';
  }
  return isSeen(codes, visit.result) ? 'good' : 'neutral';
}

function entryOf(
  visit: Visit,
  codes: CodeTables,
  formatDate: ReturnType<typeof useFormatDate>,
  onEdit: () => void,
): TimelineEntry {
  const dateText = formatDate(visit.visitedOn);
  const visitor = visit.visitorName === null ? '' : `　${visit.visitorName}さん`;
  return {
    id: visit.id,
    dateText,
    dateTime: visit.visitedOn,
    timeText: visit.visitedAtTime ?? undefined,
    icon: isConcern(codes, visit.result) ? TriangleAlert : Footprints,
    kind: '見守り',
    tone: toneOf(codes, visit),
    title: `${codes.label('visitResult', visit.result)}　${codes.label('visitMethod', visit.method)}${visitor}`,
    tags:
      visit.signs.length > 0
        ? visit.signs.map((sign) => (
            <StatusTag key={sign} tone="warn">
              {codes.label('sign', sign)}
            </StatusTag>
          ))
        : undefined,
    body: visit.note === '' ? undefined : visit.note,
    actions: <IconButton label={`${dateText}の見守りを直す`} icon={Pencil} onPress={onEdit} />,
  };
}

/** Newest first. `dialog` is to be put somewhere on the page. */
export function useVisitEntries(person: { readonly id: PersonId; readonly name: string }): {
  readonly entries: readonly TimelineEntry[];
  readonly dialog: ReactNode;
} {
  const codes = useCodes();
  const formatDate = useFormatDate();
  const { data: visits } = useRegisterQuery('visits.listForPerson', { personId: person.id });
  const [edited, setEdited] = useState<Visit | null>(null);
  return {
    entries: (visits ?? []).map((visit) => entryOf(visit, codes, formatDate, () => setEdited(visit))),
    dialog: edited && <VisitEntryDialog person={person} visit={edited} onClose={() => setEdited(null)} />,
  };
}
