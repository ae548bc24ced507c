// Looks at a record in the audit trail, the list of it with its filters, and its export. All people are invented.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { auditTrail } from '#main/platform/database/schema/registry.ts';
import { DEEDS, wordsOfDeed, wordsOfDetail } from '#shared/contract/deeds.ts';
import type { OperationName } from '#shared/contract/index.ts';
import { asCalendarDate } from '#shared/model/calendar-date.ts';
import type { PersonId } from '#shared/model/ids.ts';
import { buildConsultation, buildPerson, HANDOUT } from '#tests/support/builders.ts';
import { OPERATIONS } from '#tests/support/malformed-inputs.ts';
import { openTestRegister, type TestRegister } from '#tests/support/test-register.ts';

const NAME = '架空 見られ子';
const EVERYTHING = { personId: null, actor: null, kind: null, from: null, to: null } as const;

let register: TestRegister;
let personId: PersonId;
const rows = () => register.vault.session.reader.select().from(auditTrail).all();
const looks = () => rows().filter(({ operation }) => DEEDS[operation as OperationName]?.kind === 'looked');
const list = (filter: object = {}) =>
  register.ok('audit.list', { ...EVERYTHING, before: null, limit: 100, ...filter } as never);

beforeEach(async () => {
  register = await openTestRegister();
  ({ personId } = await register.ok('people.register', { person: buildPerson({ name: NAME }), consent: null }));
});
afterEach(() => register.close());

describe('a look at a record', () => {
  it('is entered once however often the screen reads it, and tells the page of no change', async () => {
    const events = register.events.length;
    await register.ok('people.get', { personId });
    await register.ok('visits.listForPerson', { personId });
    await register.ok('consultations.listForPerson', { personId });
    await register.ok('people.get', { personId });
    expect(looks()).toMatchObject([{ operation: 'people.get', subjectId: personId, actor: '見本 花子', detail: '{}' }]);
    expect(register.events).toHaveLength(events);
  });

  it('is entered again after ten minutes, for another person, and not for a list', async () => {
    await register.ok('people.get', { personId });
    register.setToday('2026-10-16');
    await register.ok('people.get', { personId });
    const other = await register.ok('people.register', { person: buildPerson({ name: '架空 別子' }), consent: null });
    await register.ok('people.get', { personId: other.personId });
    await register.ok('people.list', {});
    await register.ok('board.today', {});
    expect(looks().map(({ subjectId }) => subjectId)).toEqual([personId, personId, other.personId]);
  });

  it('through a consultation is a look at its person; one about nobody is nobody’s', async () => {
    const about = await register.ok('consultations.record', { consultation: buildConsultation({ personId }) });
    const nobody = await register.ok('consultations.record', { consultation: buildConsultation({ personId: null }) });
    await register.ok('consultations.get', { consultationId: about.consultationId });
    await register.ok('consultations.get', { consultationId: nobody.consultationId });
    expect(looks().map(({ operation, subjectId }) => [operation, subjectId])).toEqual([
      ['consultations.get', personId],
    ]);
  });

  it('that was refused is none', async () => {
    expect(await register.refused('people.get', { personId: '00000000-0000-4000-8000-000000000000' })).toBe(
      'not_found',
    );
    expect(looks()).toEqual([]);
  });

  it('holds no name', async () => {
    await register.ok('people.get', { personId });
    expect(JSON.stringify(rows())).not.toContain('見られ子');
    expect(JSON.stringify(await list())).toContain('見られ子');
  });
});

describe('the list', () => {
  it('is newest first, with who, whose and the number of all', async () => {
    await register.ok('people.get', { personId });
    const { rows: listed, total, next, actors } = await list();
    expect(listed.map(({ operation }) => operation)).toEqual(['people.get', 'people.register', 'vault.create']);
    expect(listed[0]?.subject).toEqual({ personId, name: NAME, registerNumber: 1 });
    expect({ total, next, actors }).toEqual({ total: 3, next: null, actors: ['見本 花子'] });
  });

  it('is read page by page without a gap', async () => {
    await register.ok('people.get', { personId });
    const first = await list({ limit: 2 });
    const second = await list({ limit: 2, before: first.next });
    expect([...first.rows, ...second.rows].map(({ sequence }) => sequence)).toEqual([3, 2, 1]);
    expect([first.next, second.next, second.total]).toEqual([2, null, 3]);
  });

  it('is narrowed by person, kind, coordinator and days', async () => {
    await register.ok('people.get', { personId });
    register.setToday('2026-10-20');
    await register.ok('settings.revise', { registerName: '見本' });
    const operations = async (filter: object) => (await list(filter)).rows.map(({ operation }) => operation);
    expect(await operations({ personId })).toEqual(['people.get', 'people.register']);
    expect(await operations({ kind: 'looked' })).toEqual(['people.get']);
    expect(await operations({ kind: 'opened' })).toEqual(['vault.create']);
    expect(await operations({ actor: '見本 太郎' })).toEqual([]);
    expect(await operations({ from: asCalendarDate('2026-10-20') })).toEqual(['settings.revise']);
    expect(await operations({ to: asCalendarDate('2026-10-19') })).toHaveLength(3);
  });

  it('says of a person who is gone that there is no name any more', async () => {
    const { transaction, auditKey } = register.vault.session;
    const { appendAudit } = await import('#main/platform/audit/audit-trail.queries.ts');
    const gone = '00000000-0000-4000-8000-00000000dead';
    transaction((writer) =>
      appendAudit(writer, auditKey, {
        at: '2026-10-15T03:00:00.000Z',
        actor: '見本 花子',
        operation: 'people.get',
        subjectId: gone,
        detail: {},
      }),
    );
    expect((await list()).rows[0]?.subject).toEqual({ personId: gone, name: null, registerNumber: null });
  });
});

describe('the export', () => {
  it('writes a CSV for Excel without names of people or formulas, and is entered itself', async () => {
    const { transaction, auditKey } = register.vault.session;
    const { appendAudit } = await import('#main/platform/audit/audit-trail.queries.ts');
    transaction((writer) =>
      appendAudit(writer, auditKey, {
        at: '2026-10-15T03:00:00.000Z',
        actor: '=1+1',
        operation: 'people.get',
        subjectId: personId,
        detail: {},
      }),
    );
    register.dialogAnswers.push(register.outbox);
    const { file, rows: written } = await register.ok('audit.exportTrail', { ...EVERYTHING, handout: HANDOUT });
    const text = readFileSync(join(register.outbox, file), 'utf8');
    expect(text.startsWith('\uFEFF番号,日付,時刻,誰が,')).toBe(true);
    expect(text.trimEnd().split('\r\n')).toHaveLength(written + 1);
    expect(text).toContain("'=1+1");
    expect(text).not.toContain('見られ子');
    expect(rows().at(-1)).toMatchObject({
      operation: 'audit.exportTrail',
      detail: JSON.stringify({ rows: written, ...HANDOUT }),
    });
  });

  it('of another choice on the same day leaves the first one as it is', async () => {
    register.dialogAnswers.push(register.outbox, register.outbox);
    const first = await register.ok('audit.exportTrail', { ...EVERYTHING, handout: HANDOUT });
    const before = readFileSync(join(register.outbox, first.file), 'utf8');
    const second = await register.ok('audit.exportTrail', { ...EVERYTHING, personId, handout: HANDOUT });
    expect(second.file).toBe(first.file.replace('.csv', '（2）.csv'));
    expect(readFileSync(join(register.outbox, first.file), 'utf8')).toBe(before);
  });

  it('leaves nothing when the dialog was closed', async () => {
    const before = rows().length;
    register.dialogAnswers.push(null);
    expect(await register.refused('audit.exportTrail', { ...EVERYTHING, handout: HANDOUT })).toBe('cancelled');
    expect(rows()).toHaveLength(before);
  });
});

describe('the words', () => {
  it('are there for every command', () => {
    const commands = OPERATIONS.filter(({ kind }) => kind === 'command');
    expect(commands.filter(({ name }) => DEEDS[name as OperationName] === null)).toEqual([]);
  });

  it('are there for an operation that only an earlier version had, and for the counts that say something', () => {
    expect(wordsOfDeed('people.vanish')).toBe('いまのアプリにはない操作をした');
    expect(wordsOfDetail({ rows: 5, added: 3, cells: 9 })).toBe('5行、新しく3人');
  });
});
