// A visit as it is typed, and its way into the register's shape. Pure: knows no screen and no register.
import type { Visit, VisitInput } from '#shared/contract/visits.contract.ts';
import type { CalendarDate } from '#shared/model/calendar-date.ts';
import { readDate } from '#shared/model/date-text.ts';
import { formatEra } from '#shared/model/era.ts';
import { readTimeOfDay } from './time-text.ts';

/** Date and time are what was typed, in whatever notation. */
export interface VisitDraft {
  readonly visitedOn: string;
  readonly time: string;
  readonly method: string | null;
  readonly result: string | null;
  readonly signs: readonly string[];
  readonly visitorId: VisitInput['visitorId'];
  readonly note: string;
}

export interface DraftProblem {
  readonly field: string;
  readonly message: string;
}

type DraftReading =
  | { readonly ok: true; readonly visit: VisitInput }
  | { readonly ok: false; readonly problems: readonly DraftProblem[] };

export function newVisitDraft(today: CalendarDate): VisitDraft {
  return { visitedOn: formatEra(today), time: '', method: null, result: null, signs: [], visitorId: null, note: '' };
}

export function draftOfVisit(visit: Visit): VisitDraft {
  return {
    visitedOn: formatEra(visit.visitedOn),
    time: visit.visitedAtTime ?? '',
    method: visit.method,
    result: visit.result,
    signs: visit.signs,
    visitorId: visit.visitorId,
    note: visit.note,
  };
}

export function inputOfVisit(visit: Visit): VisitInput {
  const { visitedOn, visitedAtTime, method, result, signs, visitorId, note } = visit;
  return { visitedOn, visitedAtTime, method, result, signs: [...signs], visitorId, note };
}

export function readVisitDraft(draft: VisitDraft, today: CalendarDate): DraftReading {
  const problems: DraftProblem[] = [];
  const { method, result, visitorId, note } = draft;
  if (method === null) {
    problems.push({ field: 'method', message: '方法を選んでください。' });
  }
  if (result === null) {
    problems.push({ field: 'result', message: '結果を選んでください。' });
  }
  const date = readDate(draft.visitedOn, { today, purpose: 'event' });
  if (!date.ok) {
    problems.push({ field: 'visitedOn', message: `日付：${date.message}` });
  }
  const hasTime = draft.time.trim() !== '';
  const visitedAtTime = hasTime ? readTimeOfDay(draft.time) : null;
  if (hasTime && visitedAtTime === null) {
    problems.push({ field: 'time', message: '時刻：「10:30」「10時半」のように書いてください。' });
  }
  if (method === null || result === null || !date.ok || problems.length > 0) {
    return { ok: false, problems };
  }
  const signs = [...draft.signs];
  return { ok: true, visit: { visitedOn: date.date, visitedAtTime, method, result, signs, visitorId, note } };
}
