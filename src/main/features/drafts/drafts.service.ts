// Keeps what was being typed under the form that it belongs to. Never looks into the text; never keeps it anywhere but in the register.
import type { CommandContext } from '#main/platform/contexts.ts';
import type { Reader, Writer } from '#main/platform/database/reader-writer.ts';
import { Refusal } from '#main/platform/refusal.ts';
import type { ListedDraft } from '#shared/contract/drafts.contract.ts';
import { calendarDateSchema } from '#shared/model/calendar-date.ts';
import { type DraftKey, draftKeySchema, draftSubjectOf } from '#shared/model/draft-key.ts';
import { type PersonId, personIdSchema } from '#shared/model/ids.ts';
import {
  deleteDraft,
  findConsultationPerson,
  findDraft,
  findMeetingDay,
  findPersonName,
  hasVisit,
  isMonthClosed,
  listDrafts,
  putDraft,
} from './drafts.queries.ts';

type About = Pick<ListedDraft, 'person' | 'heldOn' | 'isGone'>;

const NOBODY: About = { person: null, heldOn: null, isGone: false };
const GONE: About = { ...NOBODY, isGone: true };

function aboutPerson(reader: Reader, id: PersonId | null): About {
  if (id === null) {
    return NOBODY;
  }
  const name = findPersonName(reader, id);
  return name === null ? GONE : { ...NOBODY, person: { id, name } };
}

function aboutOf(reader: Reader, key: DraftKey): About {
  const subject = draftSubjectOf(key);
  switch (subject.kind) {
    case 'person':
    case 'new_consultation':
      return aboutPerson(reader, subject.personId);
    case 'visit': {
      const isGone = subject.visitId !== null && !hasVisit(reader, subject.visitId);
      return isGone ? GONE : aboutPerson(reader, subject.personId);
    }
    case 'consultation': {
      const found = findConsultationPerson(reader, subject.consultationId);
      return found ? aboutPerson(reader, personIdSchema.nullable().parse(found.personId)) : GONE;
    }
    case 'agenda': {
      const heldOn = findMeetingDay(reader, subject.meetingId);
      return heldOn === null ? GONE : { ...NOBODY, heldOn: calendarDateSchema.parse(heldOn) };
    }
    case 'remarks':
      return isMonthClosed(reader, subject.month) ? NOBODY : GONE;
  }
}

export function readDrafts(reader: Reader): ListedDraft[] {
  return listDrafts(reader).map(({ key: stored, savedAt }) => {
    const key = draftKeySchema.parse(stored);
    return { key, savedAt, ...aboutOf(reader, key) };
  });
}

export function readDraft(reader: Reader, key: DraftKey): { body: string; savedAt: string } | null {
  const found = findDraft(reader, key);
  return found && { body: found.body, savedAt: found.savedAt };
}

/** Answers whose draft it is. @throws Refusal `not_found` when the record is no longer there. */
export function keepDraft({ writer, now }: CommandContext, key: DraftKey, body: string): PersonId | null {
  const { person, isGone } = aboutOf(writer, key);
  if (isGone) {
    throw new Refusal('not_found');
  }
  putDraft(writer, { key, body, savedAt: now });
  return person?.id ?? null;
}

/** Answers whose draft it was. @throws Refusal `not_found` when nothing is kept under the key. */
export function discardDraft(writer: Writer, key: DraftKey): PersonId | null {
  if (!findDraft(writer, key)) {
    throw new Refusal('not_found');
  }
  deleteDraft(writer, key);
  return aboutOf(writer, key).person?.id ?? null;
}
