// 持ち出しの記録: one ledger for every file and every numbered copy, with who receives it and what for, and what became of it.

import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { auditTrail } from '#main/platform/database/schema/registry.ts';
import { DEEDS } from '#shared/contract/deeds.ts';
import type { OperationName } from '#shared/contract/index.ts';
import { asCalendarDate, asCalendarMonth } from '#shared/model/calendar-date.ts';
import { buildMeeting, buildPerson, buildVisit, HANDOUT } from '#tests/support/builders.ts';
import { OPERATIONS, validInput } from '#tests/support/malformed-inputs.ts';
import { openTestRegister, type TestRegister } from '#tests/support/test-register.ts';

let register: TestRegister;
afterEach(() => register.close());

const FILTER = { personId: null, actor: null, kind: null, from: null, to: null };
const on = asCalendarDate;

async function printPacket(copies: number) {
  const { meetingId } = await register.ok('meetings.plan', { meeting: buildMeeting() });
  register.dialogAnswers.push(join(register.outbox, 'packet.pdf'));
  const handout = { recipient: '堀江の連絡会の出席者', purpose: '連絡会で配る' };
  await register.ok('meetings.printPacket', { meetingId, copies, handout });
  return meetingId;
}

async function publishMonth() {
  const month = asCalendarMonth('2026-09');
  const { personId } = await register.ok('people.register', { person: buildPerson(), consent: null });
  await register.ok('visits.record', { personId, visit: buildVisit({ visitedOn: on('2026-09-10') }) });
  await register.ok('closings.close', { month });
  const tables = [{ tableId: 'visits_by_method', span: 'month' as const, form: 'fine' }];
  const wish = { month, profile: 'council' as const, tables, remarks: '' };
  const { preparedId } = (await register.ok('publications.prepare', wish)) as { preparedId: string };
  register.dialogAnswers.push(register.outbox);
  await register.ok('publications.publish', { preparedId, handout: HANDOUT });
}

const list = (subjectId: string | null = null) => register.ok('handouts.list', { subjectId });
const lastDetail = () =>
  JSON.parse(register.vault.session.reader.select().from(auditTrail).all().at(-1)?.detail ?? '{}') as unknown;

describe('whatever leaves the house', () => {
  it('says who receives it and what for: no export and no print goes without', async () => {
    register = await openTestRegister();
    const leaving = OPERATIONS.filter(
      ({ name, needsReauthentication }) =>
        needsReauthentication && ['exported', 'printed'].includes(DEEDS[name as OperationName]?.kind ?? ''),
    );
    expect(leaving.length).toBeGreaterThan(2);
    for (const operation of leaving) {
      const { handout, ...rest } = validInput(operation) as { readonly handout: object };
      expect(handout, operation.name).toHaveProperty('recipient');
      for (const spoilt of [rest, { ...rest, handout: { ...handout, purpose: ' ' } }]) {
        expect(await register.refused(operation.name as OperationName, spoilt), operation.name).toBe('invalid_input');
      }
    }
  });

  it('has one row a numbered copy, and one a file or set of files, with the same words in the audit row', async () => {
    register = await openTestRegister();
    const meetingId = await printPacket(3);
    expect(lastDetail()).toEqual({
      meetingId,
      firstCopy: 1,
      copies: 3,
      recipient: '堀江の連絡会の出席者',
      purpose: '連絡会で配る',
    });
    register.passSeconds(60);
    await publishMonth();
    expect(lastDetail()).toMatchObject({ month: '2026-09', tables: 1, ...HANDOUT });
    register.dialogAnswers.push(register.outbox);
    await register.ok('audit.exportTrail', { ...FILTER, handout: HANDOUT });
    const rows = await list();
    expect(rows.map(({ kind, copyNumber, isOpen }) => [kind, copyNumber, isOpen])).toEqual([
      ['audit_trail', null, true],
      ['meeting_packet', 1, true],
      ['meeting_packet', 2, true],
      ['meeting_packet', 3, true],
      ['month_summary', null, false],
    ]);
    expect(rows.map(({ title }) => title)).toContain('連絡会の資料 堀江 令和8年10月28日');
    expect((await list(meetingId)).map(({ copyNumber }) => copyNumber)).toEqual([1, 2, 3]);
  });

  it('is not in the ledger when the dialog was closed', async () => {
    register = await openTestRegister();
    register.dialogAnswers.push(null);
    expect(await register.refused('audit.exportTrail', { ...FILTER, handout: HANDOUT })).toBe('cancelled');
    expect(await list()).toEqual([]);
  });

  it('remembers who received something before and what for, newest first, each once', async () => {
    register = await openTestRegister();
    await printPacket(3);
    register.passSeconds(60);
    await publishMonth();
    expect(await register.ok('handouts.reasons', {})).toEqual([
      { kind: 'month_summary', ...HANDOUT },
      { kind: 'meeting_packet', recipient: '堀江の連絡会の出席者', purpose: '連絡会で配る' },
    ]);
  });
});

describe('what became of it', () => {
  it('is marked with its day, stands after what is still out, and can be taken back', async () => {
    register = await openTestRegister();
    const meetingId = await printPacket(3);
    register.setToday('2026-10-28');
    const [first, second] = await list();
    await register.ok('handouts.settle', { handoutIds: [first?.id as never], as: 'returned', on: on('2026-10-28') });
    await register.ok('handouts.settle', { handoutIds: [second?.id as never], as: 'shredded', on: on('2026-10-16') });
    expect(
      (await list()).map(({ copyNumber, settledAs, settledOn, isOpen }) => [copyNumber, settledAs, settledOn, isOpen]),
    ).toEqual([
      [3, null, null, true],
      [1, 'returned', '2026-10-28', false],
      [2, 'shredded', '2026-10-16', false],
    ]);
    expect(lastDetail()).toEqual({ copies: 1, as: 'shredded' });
    await register.ok('handouts.reopen', { handoutIds: [first?.id as never] });
    expect((await list(meetingId)).filter(({ isOpen }) => isOpen).map(({ copyNumber }) => copyNumber)).toEqual([1, 3]);
  });

  it('refuses a day to come, a day before it left, and a copy that is not there', async () => {
    register = await openTestRegister();
    await printPacket(1);
    const [{ id } = { id: '' }] = await list();
    const settle = (day: string, handoutId: string = id) =>
      register.refused('handouts.settle', { handoutIds: [handoutId], as: 'returned', on: day });
    expect(await settle('2026-10-16')).toBe('date_in_future');
    expect(await settle('2026-10-14')).toBe('date_out_of_order');
    expect(await settle('2026-10-15', '00000000-0000-4000-8000-000000000000')).toBe('not_found');
    expect(await register.refused('handouts.reopen', { handoutIds: ['00000000-0000-4000-8000-000000000000'] })).toBe(
      'not_found',
    );
    expect((await list()).every(({ isOpen }) => isOpen)).toBe(true);
  });

  it('outlives the meeting that it was for', async () => {
    register = await openTestRegister();
    const meetingId = await printPacket(2);
    await register.ok('meetings.cancel', { meetingId });
    expect(await list(meetingId)).toHaveLength(2);
  });
});
