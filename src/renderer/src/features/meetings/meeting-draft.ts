// A meeting as it is being typed, and how it becomes one that can be saved. Never changes what was typed.
import type { Meeting, MeetingInput } from '#shared/contract/meetings.contract.ts';
import type { CalendarDate } from '#shared/model/calendar-date.ts';
import { readDate } from '#shared/model/date-text.ts';
import { formatEra } from '#shared/model/era.ts';

export interface MeetingDraft {
  readonly district: string | null;
  readonly heldOn: string;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly place: string;
  readonly attendees: string;
}

export interface DraftProblem {
  readonly field: keyof MeetingDraft;
  readonly message: string;
}

/** Hours in which a first meeting is offered. */
const USUAL_HOURS = { startsAt: '10:00', endsAt: '11:30' } as const;

/** Begins with what the last meeting of the 地域 had; only the day is open. */
export function newDraft(district: string | null, last: Meeting | null): MeetingDraft {
  return {
    district,
    heldOn: '',
    startsAt: last?.startsAt ?? USUAL_HOURS.startsAt,
    endsAt: last?.endsAt ?? USUAL_HOURS.endsAt,
    place: last?.place ?? '',
    attendees: last?.attendees ?? '',
  };
}

export function draftOf(meeting: Meeting): MeetingDraft {
  const { district, heldOn, startsAt, endsAt, place, attendees } = meeting;
  return { district, heldOn: formatEra(heldOn), startsAt, endsAt, place, attendees };
}

/** `HH:MM` of 10:00, 10時, 10時30分, 10時半, 1000, in half or full width; `null` when it is no time. */
export function readTime(text: string): string | null {
  const plain = text.normalize('NFKC').replace(/\s/gu, '').replace('半', '30分');
  const [, hours, minutes = '0'] =
    /^(\d{1,2})(?:[:.時](?:(\d{1,2})分?)?)?$/u.exec(plain) ?? /^(\d{1,2})(\d{2})$/u.exec(plain) ?? [];
  if (hours === undefined || Number(hours) > 23 || Number(minutes) > 59) {
    return null;
  }
  return `${hours.padStart(2, '0')}:${minutes.padStart(2, '0')}`;
}

type Reading =
  | { readonly ok: true; readonly meeting: MeetingInput }
  | { readonly ok: false; readonly problems: readonly DraftProblem[] };

export function readMeetingDraft(draft: MeetingDraft, today: CalendarDate): Reading {
  const day = draft.heldOn.trim() === '' ? null : readDate(draft.heldOn, { today, purpose: 'plan' });
  const startsAt = readTime(draft.startsAt);
  const endsAt = readTime(draft.endsAt);
  const problems: DraftProblem[] = [];
  if (day === null) {
    problems.push({ field: 'heldOn', message: '開催日を入れてください。' });
  } else if (!day.ok) {
    problems.push({ field: 'heldOn', message: `開催日：${day.message}` });
  }
  if (startsAt === null) {
    problems.push({ field: 'startsAt', message: '始まりの時刻を「10:00」のように入れてください。' });
  }
  if (endsAt === null) {
    problems.push({ field: 'endsAt', message: '終わりの時刻を「11:30」のように入れてください。' });
  } else if (startsAt !== null && endsAt <= startsAt) {
    problems.push({ field: 'endsAt', message: '終わりの時刻は、始まりより後にしてください。' });
  }
  if (draft.place.trim() === '') {
    problems.push({ field: 'place', message: '場所を入れてください。' });
  }
  if (problems.length > 0 || !day?.ok || startsAt === null || endsAt === null) {
    return { ok: false, problems };
  }
  const { district, place, attendees } = draft;
  return { ok: true, meeting: { district, heldOn: day.date, startsAt, endsAt, place, attendees } };
}
