// A consultation as it is typed, and its way into the register's shape. Pure: knows no screen and no register.
import type { Consultation, ConsultationInput } from '#shared/contract/consultations.contract.ts';
import type { CalendarDate } from '#shared/model/calendar-date.ts';
import { type DatePurpose, readDate } from '#shared/model/date-text.ts';
import { formatEra } from '#shared/model/era.ts';

const DATES = {
  consultedOn: { purpose: 'event', words: '日付' },
  referredOn: { purpose: 'event', words: 'つないだ日' },
  acknowledgedOn: { purpose: 'event', words: '返事があった日' },
  nextStepOn: { purpose: 'plan', words: '期日' },
} as const satisfies Record<string, { purpose: DatePurpose; words: string }>;

type DateField = keyof typeof DATES;

const CHOICES = {
  askedBy: '誰からの相談か',
  method: 'どうやって受けたか',
  content: '内容',
  field: '分野',
  state: '状態',
} as const;

type ChoiceField = keyof typeof CHOICES;

/** Dates are what was typed; the five required choices may still be open. */
export type ConsultationDraft = Omit<ConsultationInput, DateField | ChoiceField> &
  Readonly<Record<DateField, string>> &
  Readonly<Record<ChoiceField, string | null>>;

export interface DraftProblem {
  readonly field: string;
  readonly message: string;
}

type DraftReading =
  | { readonly ok: true; readonly consultation: ConsultationInput }
  | { readonly ok: false; readonly problems: readonly DraftProblem[] };

export function newConsultationDraft(
  today: CalendarDate,
  about: Pick<ConsultationInput, 'personId' | 'district'>,
): ConsultationDraft {
  return {
    ...about,
    consultedOn: formatEra(today),
    askedBy: null,
    method: null,
    content: null,
    field: null,
    question: '',
    answer: '',
    referredTo: null,
    referredOn: '',
    acknowledgedOn: '',
    state: 'received',
    nextStep: '',
    nextStepOn: '',
  };
}

const typed = (date: CalendarDate | null) => (date === null ? '' : formatEra(date));

export function inputOfConsultation(consultation: Consultation): ConsultationInput {
  const { id: _id, personName: _name, nextStepDoneOn: _done, countedIn: _in, ...input } = consultation;
  return input;
}

export function draftOfConsultation(consultation: Consultation): ConsultationDraft {
  const input = inputOfConsultation(consultation);
  return {
    ...input,
    consultedOn: typed(input.consultedOn),
    referredOn: typed(input.referredOn),
    acknowledgedOn: typed(input.acknowledgedOn),
    nextStepOn: typed(input.nextStepOn),
  };
}

function readDates(draft: ConsultationDraft, today: CalendarDate) {
  const problems: DraftProblem[] = [];
  const dates: Record<DateField, CalendarDate | null> = {
    consultedOn: null,
    referredOn: null,
    acknowledgedOn: null,
    nextStepOn: null,
  };
  for (const field of Object.keys(DATES) as DateField[]) {
    const { purpose, words } = DATES[field];
    if (draft[field].trim() === '' && field !== 'consultedOn') {
      continue;
    }
    const reading = readDate(draft[field], { today, purpose });
    if (reading.ok) {
      dates[field] = reading.date;
    } else {
      problems.push({ field, message: `${words}：${reading.message}` });
    }
  }
  return { dates, problems };
}

/** Dates of a referral or a step that was taken out again are dropped with it. */
function withoutLeftovers(draft: ConsultationDraft): ConsultationDraft {
  const noReferral = draft.referredTo === null ? { referredOn: '', acknowledgedOn: '' } : {};
  const noStep = draft.nextStep.trim() === '' ? { nextStepOn: '' } : {};
  return { ...draft, ...noReferral, ...noStep };
}

export function readConsultationDraft(typedDraft: ConsultationDraft, today: CalendarDate): DraftReading {
  const draft = withoutLeftovers(typedDraft);
  const { dates, problems } = readDates(draft, today);
  const open = (Object.keys(CHOICES) as ChoiceField[]).filter((field) => draft[field] === null);
  const all = [...open.map((field) => ({ field, message: `${CHOICES[field]}を選んでください。` })), ...problems];
  const { askedBy, method, content, field, state } = draft;
  const { consultedOn, ...rest } = dates;
  if (all.length > 0 || consultedOn === null || !askedBy || !method || !content || !field || !state) {
    return { ok: false, problems: all };
  }
  return { ok: true, consultation: { ...draft, consultedOn, ...rest, askedBy, method, content, field, state } };
}
