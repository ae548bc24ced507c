// The audit trail of the real operations: one row a command, with who, what and whom, and never a word of what was written.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { auditTrail } from '#main/platform/database/schema/registry.ts';
import type { OperationName } from '#shared/contract/index.ts';
import { asCalendarDate } from '#shared/model/calendar-date.ts';
import type { ConsultationId, HandoutId, MeetingId, PersonId, SupporterId, VisitId } from '#shared/model/ids.ts';
import { buildConsultation, buildMeeting, buildPerson, buildVisit, HANDOUT } from '#tests/support/builders.ts';
import { OPERATIONS, validInput } from '#tests/support/malformed-inputs.ts';
import { textsIn } from '#tests/support/raw-register.ts';
import { openTestRegister, type TestRegister } from '#tests/support/test-register.ts';

const SECRET = '秘密の言葉';
const on = asCalendarDate;
const secretPerson = buildPerson({
  name: `${SECRET} 氏名`,
  kana: 'ひみつのことば',
  note: SECRET,
  address: `${SECRET}1丁目`,
  phone: '06-0987-6501',
  contacts: [{ name: SECRET, relation: SECRET, phone: '06-0987-6501', note: SECRET }],
});
const consent = { status: 'given', decidedOn: on('2026-10-01'), method: 'visit', scope: [], documentNumber: SECRET };
const secretVisit = buildVisit({ note: SECRET });
const secretMeeting = buildMeeting({ place: SECRET, attendees: SECRET });

let register: TestRegister;
let ids: {
  readonly personId: PersonId;
  readonly supporterId: SupporterId;
  readonly visitId: VisitId;
  readonly consultationId: ConsultationId;
  readonly meetingId: MeetingId;
  readonly handoutId: HandoutId;
};

const rows = () => register.vault.session.reader.select().from(auditTrail).all();

beforeAll(async () => {
  register = await openTestRegister();
  const { ok } = register;
  const { personId } = await ok('people.register', { person: secretPerson, consent: null });
  // Something that happened in a month that is over, and can be closed.
  await ok('consultations.record', { consultation: buildConsultation({ consultedOn: on('2026-09-20') }) });
  const supporter = { kind: 'volunteer', name: SECRET, district: null, phone: '', isActive: true } as const;
  const { meetingId } = await ok('meetings.plan', { meeting: secretMeeting });
  register.dialogAnswers.push(join(register.outbox, 'packet.pdf'));
  await ok('meetings.printPacket', { meetingId, copies: 1, handout: HANDOUT });
  const [handout] = await ok('handouts.list', { subjectId: meetingId });
  ids = {
    personId,
    supporterId: (await ok('supporters.register', supporter)).id,
    visitId: (await ok('visits.record', { personId, visit: secretVisit })).visitId,
    consultationId: (await ok('consultations.record', { consultation: secretConsultation(personId) })).consultationId,
    meetingId,
    handoutId: handout?.id as HandoutId,
  };
});
afterAll(() => register.close());

const secretConsultation = (personId: PersonId) =>
  buildConsultation({ personId, question: SECRET, answer: SECRET, nextStep: SECRET });

/** For each command: a valid input, and whose record it touches. Later ones build on earlier ones. */
const STEPS: readonly (readonly [OperationName, () => unknown, () => string | null])[] = [
  ['settings.revise', () => ({ registerName: SECRET }), () => null],
  ['codes.add', () => ({ list: 'household', label: SECRET }), () => null],
  [
    'codes.revise',
    () => ({ list: 'sex', code: 'other', label: `${SECRET}2`, position: 9, isRetired: true }),
    () => null,
  ],
  [
    'supporters.register',
    () => ({ kind: 'volunteer', name: SECRET, district: null, phone: '06-0987-6501', isActive: true }),
    () => null,
  ],
  [
    'supporters.revise',
    () => ({
      id: ids.supporterId,
      supporter: { kind: 'volunteer', name: SECRET, district: null, phone: '', isActive: false },
    }),
    () => null,
  ],
  ['people.register', () => ({ person: secretPerson, consent }), () => 'anybody'],
  ['people.revise', () => ({ personId: ids.personId, person: secretPerson }), () => ids.personId],
  ['people.recordConsent', () => ({ personId: ids.personId, consent }), () => ids.personId],
  [
    'people.endWatch',
    () => ({ personId: ids.personId, endedOn: on('2026-10-14'), reason: 'moved', note: SECRET }),
    () => ids.personId,
  ],
  ['retention.hold', () => ({ personId: ids.personId, reason: 'dispute', note: SECRET }), () => ids.personId],
  ['retention.release', () => ({ personId: ids.personId }), () => ids.personId],
  ['people.resumeWatch', () => ({ personId: ids.personId }), () => ids.personId],
  ['visits.record', () => ({ personId: ids.personId, visit: secretVisit }), () => ids.personId],
  ['visits.revise', () => ({ visitId: ids.visitId, visit: secretVisit }), () => ids.personId],
  ['visits.withdraw', () => ({ visitId: ids.visitId }), () => ids.personId],
  ['consultations.record', () => ({ consultation: secretConsultation(ids.personId) }), () => ids.personId],
  [
    'consultations.revise',
    () => ({ consultationId: ids.consultationId, consultation: secretConsultation(ids.personId) }),
    () => ids.personId,
  ],
  [
    'consultations.markNextStep',
    () => ({ consultationId: ids.consultationId, doneOn: on('2026-10-15') }),
    () => ids.personId,
  ],
  [
    'consultations.markAcknowledged',
    () => ({ consultationId: ids.consultationId, acknowledgedOn: null }),
    () => ids.personId,
  ],
  ['consultations.withdraw', () => ({ consultationId: ids.consultationId }), () => ids.personId],
  ['meetings.plan', () => ({ meeting: secretMeeting }), () => null],
  ['meetings.revise', () => ({ meetingId: ids.meetingId, meeting: secretMeeting }), () => null],
  [
    'meetings.saveAgenda',
    () => ({ meetingId: ids.meetingId, agenda: [{ kind: 'homework', title: SECRET, body: SECRET }] }),
    () => null,
  ],
  ['handouts.settle', () => ({ handoutIds: [ids.handoutId], as: 'returned', on: on('2026-10-15') }), () => null],
  ['handouts.reopen', () => ({ handoutIds: [ids.handoutId] }), () => null],
  ['drafts.keep', () => ({ key: `visit:${ids.personId}`, body: JSON.stringify({ note: SECRET }) }), () => ids.personId],
  ['drafts.discard', () => ({ key: `visit:${ids.personId}` }), () => ids.personId],
  ['meetings.cancel', () => ({ meetingId: ids.meetingId }), () => null],
  ['closings.close', () => ({ month: '2026-09' }), () => null],
  [
    'publications.decide',
    () => ({ profile: 'council', k: 6, decidedBy: SECRET, decidedOn: on('2026-10-01'), reason: SECRET }),
    () => null,
  ],
  [
    'publications.settleMissing',
    () => {
      const { registerId } = register.vault.source.readSlots();
      writeFileSync(join(register.folder, `publication-head-${registerId}.json`), 'nothing that can be read');
      return { months: [], standing: 'taken_back', reason: `${SECRET}、確かめました。` };
    },
    () => null,
  ],
];

const needsConfirming = (name: string) =>
  OPERATIONS.some((operation) => operation.name === name && operation.needsReauthentication);

describe('every command', () => {
  it('is tried here', () => {
    const commands = OPERATIONS.filter(({ kind }) => kind === 'command').map(({ name }) => name);
    expect(STEPS.map(([name]) => name).toSorted()).toEqual(commands.toSorted());
  });

  it.each(STEPS)(
    '%s leaves exactly one row: who, what, whom, and nothing of what was written',
    async (name, input, subject) => {
      if (needsConfirming(name)) await register.confirm(name as OperationName);
      const before = rows().length;
      const answer = await register.router.call(name, input());
      expect(answer, JSON.stringify(answer)).toMatchObject({ ok: true });
      const added = rows().slice(before);
      expect(added).toHaveLength(1);
      const [row] = added;
      expect(row).toMatchObject({ actor: '見本 花子', operation: name, at: '2026-10-15T03:00:00.000Z' });
      const expected = subject();
      if (expected === 'anybody') {
        expect(row?.subjectId).toMatch(/^[0-9a-f-]{36}$/u);
      } else {
        expect(row?.subjectId).toBe(expected);
      }
      const text = Buffer.from(JSON.stringify(row));
      expect(textsIn(text, [SECRET, 'ひみつ', '0987-6501'])).toEqual([]);
    },
  );

  it.each(STEPS)('%s leaves none when it is refused', async (name) => {
    const operation = OPERATIONS.find((each) => each.name === name);
    const before = rows().length;
    await register.router.call(name, { ...(operation ? (validInput(operation) as object) : {}), undeclared: true });
    expect(rows()).toHaveLength(before);
  });
});

describe('the audit trail', () => {
  it('is numbered without a gap and never shrinks', () => {
    const sequences = rows().map(({ sequence }) => sequence);
    expect(sequences).toEqual(sequences.map((_each, index) => index + 1));
  });

  it('is one unbroken chain after all of them', async () => {
    expect(await register.ok('audit.verify', {})).toEqual({ rows: rows().length, brokenAt: null });
  });

  it('holds nothing of what was written: with the control that would find it', () => {
    expect(textsIn(Buffer.from(JSON.stringify(rows())), [SECRET])).toEqual([]);
    expect(textsIn(Buffer.from(JSON.stringify(secretPerson)), [SECRET])).toEqual([SECRET]);
    // Four digits stand in one of these hashes by chance, once in thirty runs.
    expect(() => textsIn(Buffer.from(JSON.stringify(rows())), ['0987'])).toThrow('by chance');
  });
});
