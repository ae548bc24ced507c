// Puts hostile texts into every text of the contract that a register keeps, through the page's own bridge.
import type { Page } from 'playwright-core';
import { withText } from './contract-texts.ts';

export interface Seeded {
  readonly people: readonly string[];
  readonly consultations: readonly string[];
  readonly meetings: readonly string[];
  /** Operations that took at least one hostile text. */
  readonly operations: ReadonlySet<string>;
  readonly stored: number;
  /** Texts that the contract or a rule does not take. */
  readonly refused: number;
}

type Answer = { readonly ok: boolean; readonly value?: Readonly<Record<string, string>> };
type Ask = (operation: string, input: unknown) => Promise<Answer>;

const CONTACT = { name: 'x', relation: 'x', phone: 'x', note: 'x' };
const CONSENT = { status: 'given', decidedOn: '2026-04-01', method: 'visit', scope: [], documentNumber: 'x' };
const VISIT = {
  visitedOn: '2026-04-02',
  visitedAtTime: null,
  method: 'visit',
  result: 'met',
  signs: [],
  visitorId: null,
  note: 'x',
};
const MEETING = {
  district: 'horie',
  heldOn: '2027-03-01',
  startsAt: '10:00',
  endsAt: '11:00',
  place: 'x',
  attendees: 'x',
};

const PERSON = {
  ...{ name: 'x', kana: 'x', sex: 'female', birthOn: '1940-03-04', district: 'horie', neighbourhood: 'x' },
  ...{ postalCode: 'x', address: 'x', building: 'x', wing: 'x', room: 'x', hasAutoLock: true, accessNote: 'x' },
  ...{ phone: 'x', mobile: 'x', household: null, careLevel: null, dementiaLevel: null, dailyLivingLevel: null },
  ...{ handbookPhysical: null, handbookIntellectual: null, handbookMental: null, eligibility: null, residence: null },
  ...{ watchType: null, frequency: null, volunteerId: null, commissionerId: null, watchStartedOn: '2026-04-01' },
  ...{ lastSeenBeforeOn: null, note: 'x', contacts: [CONTACT] },
};

const CONSULTATION = {
  ...{
    district: 'horie',
    consultedOn: '2026-04-03',
    askedBy: 'self',
    method: 'phone',
    content: '01',
    field: 'elderly',
  },
  ...{ question: 'x', answer: 'x', referredTo: null, referredOn: null, acknowledgedOn: null, state: 'received' },
  ...{ nextStep: 'x', nextStepOn: '2026-05-01' },
};

const SUPPORTER = { kind: 'volunteer', name: 'x', district: null, phone: 'x', isActive: true };

/** A draft is JSON, and nothing else is taken. */
const isJson = (operation: string) => operation === 'drafts.keep';

/** So many texts wait for main at the same time. */
const AT_ONCE = 12;

const call = (page: Page, operation: string, input: unknown) =>
  page.evaluate(
    ([name, value]) =>
      (window as unknown as { register: { call(name: string, input: unknown): Promise<unknown> } }).register.call(
        name as string,
        value,
      ),
    [operation, input] as const,
  ) as Promise<Answer>;

/** The one that comes next. @throws Error when it is refused */
export async function closeMonth(page: Page): Promise<void> {
  const { value: overview } = await call(page, 'closings.overview', {});
  const { ok } = await call(page, 'closings.close', { month: overview?.['next'] });
  if (!ok) throw new Error(`${overview?.['next']} was not closed`);
}

function createAsk(page: Page) {
  const operations = new Set<string>();
  const counts = { stored: 0, refused: 0 };
  const ask =
    (text: string): Ask =>
    async (operation, input) => {
      const own = isJson(operation) ? JSON.stringify({ note: text }) : text;
      const answer = await call(page, operation, withText(operation, input, own));
      if (answer.ok) operations.add(operation);
      counts[answer.ok ? 'stored' : 'refused'] += 1;
      return answer;
    };
  return { ask, operations, counts };
}

async function seedPerson(ask: Ask): Promise<{ personId: string; consultationId: string }> {
  const { value: registered } = await ask('people.register', { person: PERSON, consent: CONSENT });
  const personId = registered?.['personId'] ?? '';
  await ask('visits.record', { personId, visit: VISIT });
  const { value: consulted } = await ask('consultations.record', { consultation: { ...CONSULTATION, personId } });
  const consultationId = consulted?.['consultationId'] ?? '';
  return { personId, consultationId };
}

interface Kept {
  readonly personId: string;
  readonly consultationId: string;
}

async function seedAround(ask: Ask, { personId, consultationId }: Kept): Promise<string> {
  await ask('people.revise', { personId, person: PERSON });
  const { value: visit } = await ask('visits.record', { personId, visit: VISIT });
  await ask('visits.revise', { visitId: visit?.['visitId'], visit: VISIT });
  await ask('consultations.revise', { consultationId, consultation: { ...CONSULTATION, personId } });
  await ask('people.recordConsent', { personId, consent: CONSENT });
  await ask('drafts.keep', { key: `visit:${personId}`, body: 'x' });
  await ask('people.endWatch', { personId, endedOn: '2026-09-01', reason: 'moved', note: 'x' });
  await ask('retention.hold', { personId, reason: 'dispute', note: 'x' });
  const { value: supporter } = await ask('supporters.register', SUPPORTER);
  await ask('supporters.revise', { id: supporter?.['id'], supporter: SUPPORTER });
  await ask('codes.add', { list: 'household', label: 'x' });
  const { value: planned } = await ask('meetings.plan', { meeting: MEETING });
  const meetingId = planned?.['meetingId'] ?? '';
  await ask('meetings.revise', { meetingId, meeting: MEETING });
  await ask('meetings.saveAgenda', { meetingId, agenda: [{ kind: 'homework', title: 'x', body: 'x' }] });
  await ask('people.search', { text: 'x', limit: 20 });
  await ask('people.findSimilar', { name: 'x', birthOn: null, address: 'x', phone: 'x' });
  await ask('codes.revise', { list: 'sex', code: 'other', label: 'x', position: 9, isRetired: false });
  await ask('settings.revise', { registerName: 'x', visibleColumns: ['x'] });
  return meetingId;
}

/**
 * One person, visit and consultation for each text, with the text in all their fields; and for every `step`-th text every other
 * operation that keeps a text. With `step` 1 every text is in every field of the contract.
 */
export async function seedTexts(page: Page, texts: readonly string[], step: number): Promise<Seeded> {
  const { ask, operations, counts } = createAsk(page);
  const people: string[] = [];
  const consultations: string[] = [];
  for (let from = 0; from < texts.length; from += AT_ONCE) {
    const kept = await Promise.all(texts.slice(from, from + AT_ONCE).map((text) => seedPerson(ask(text))));
    people.push(...kept.map(({ personId }) => personId));
    consultations.push(...kept.map(({ consultationId }) => consultationId));
  }
  const meetings: string[] = [];
  for (const [index, text] of texts.entries()) {
    const kept = { personId: people[index] ?? '', consultationId: consultations[index] ?? '' };
    if (index % step === 0) meetings.push(await seedAround(ask(text), kept));
  }
  // A column that does not exist leaves the list of people without any.
  await ask('')('settings.revise', { visibleColumns: [] });
  return {
    people: people.filter(Boolean),
    consultations: consultations.filter(Boolean),
    meetings: meetings.filter(Boolean),
    operations,
    ...counts,
  };
}
