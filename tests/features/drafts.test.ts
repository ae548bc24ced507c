// What was being typed, kept inside the register: found again after a lock, refused where it belongs to nothing, gone without a trace.
import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { auditTrail } from '#main/platform/database/schema/registry.ts';
import { asCalendarDate, asCalendarMonth } from '#shared/model/calendar-date.ts';
import {
  agendaDraftKey,
  consultationDraftKey,
  type DraftKey,
  newConsultationDraftKey,
  personDraftKey,
  remarksDraftKey,
  visitDraftKey,
} from '#shared/model/draft-key.ts';
import {
  consultationIdSchema,
  meetingIdSchema,
  type PersonId,
  personIdSchema,
  visitIdSchema,
} from '#shared/model/ids.ts';
import { buildConsultation, buildMeeting, buildPerson, buildVisit } from '#tests/support/builders.ts';
import { databasePath, filesUnder, openRaw, textsIn } from '#tests/support/raw-register.ts';
import { openTestRegister, TEST_PASSPHRASE, type TestRegister } from '#tests/support/test-register.ts';

const CANARY = '合鍵は架空の植木鉢の下';
const SEPTEMBER = asCalendarMonth('2026-09');
const NOBODY = '00000000-0000-4000-8000-000000000000';

let register: TestRegister;
let personId: PersonId;
beforeEach(async () => {
  register = await openTestRegister();
  const person = buildPerson({ name: '架空 ハナ' });
  personId = (await register.ok('people.register', { person, consent: null })).personId;
});
afterEach(() => register.close());

const body = (note: string) => JSON.stringify({ base: null, value: { note } });
const keep = (key: DraftKey, text: string) => register.ok('drafts.keep', { key, body: body(text) });
const found = async (key: DraftKey) => (await register.ok('drafts.find', { key }))?.body ?? null;
const rowsOf = (operation: string) =>
  register.vault.session.reader
    .select()
    .from(auditTrail)
    .all()
    .filter((row) => row.operation === operation);

/** Pages of the register as they are once decrypted, free ones too. */
async function decryptedPages(): Promise<Buffer> {
  const raw = await openRaw(register.folder);
  try {
    return raw.serialize();
  } finally {
    raw.close();
  }
}

describe('a draft', () => {
  it('is found again after the register was locked and opened, as it was kept last', async () => {
    const key = visitDraftKey(personId, null);
    expect(await found(key)).toBeNull();
    await keep(key, 'ポストに新聞');
    await keep(key, 'ポストに新聞が3日分');
    register.vault.lock();
    expect(await register.refused('drafts.find', { key })).toBe('locked');
    await register.ok('vault.unlock', { passphrase: TEST_PASSPHRASE });
    expect(await found(key)).toBe(body('ポストに新聞が3日分'));
  });

  it('is listed with whom or what it is about, and without its text', async () => {
    const { visitId } = await register.ok('visits.record', {
      personId,
      visit: buildVisit({ visitedOn: asCalendarDate('2026-09-10') }),
    });
    const consultation = buildConsultation({ personId });
    const { consultationId } = await register.ok('consultations.record', { consultation });
    await register.ok('closings.close', { month: SEPTEMBER });
    const meeting = buildMeeting({ heldOn: asCalendarDate('2026-11-05') });
    const { meetingId } = await register.ok('meetings.plan', { meeting });
    const keys = [
      personDraftKey(null),
      personDraftKey(personId),
      visitDraftKey(personId, null),
      visitDraftKey(personId, visitId),
      newConsultationDraftKey(null),
      newConsultationDraftKey(personId),
      consultationDraftKey(consultationId),
      agendaDraftKey(meetingId),
      remarksDraftKey(SEPTEMBER),
    ];
    for (const key of keys) {
      await keep(key, CANARY);
    }
    const listed = await register.ok('drafts.list', {});
    const about = new Map(listed.map((draft) => [draft.key, draft]));
    expect([...about.keys()].toSorted()).toEqual(keys.toSorted());
    expect(listed.map(({ isGone }) => isGone)).not.toContain(true);
    const remarks = remarksDraftKey(SEPTEMBER);
    const ofNobody = [personDraftKey(null), newConsultationDraftKey(null), agendaDraftKey(meetingId), remarks];
    for (const key of keys) {
      expect(about.get(key)?.person?.name, key).toBe(ofNobody.includes(key) ? undefined : '架空 ハナ');
    }
    expect(about.get(agendaDraftKey(meetingId))?.heldOn).toBe('2026-11-05');
    expect(JSON.stringify(listed)).not.toContain(CANARY);
  });

  it('of a record that was removed meanwhile is said to be so, is never dropped by itself, and can be discarded', async () => {
    const { visitId } = await register.ok('visits.record', { personId, visit: buildVisit() });
    const key = visitDraftKey(personId, visitId);
    await keep(key, 'x');
    await register.ok('visits.withdraw', { visitId });
    expect(await register.ok('drafts.list', {})).toMatchObject([{ key, isGone: true }]);
    await register.ok('drafts.discard', { key });
    expect(await register.ok('drafts.list', {})).toEqual([]);
  });

  it('is not kept for a record that is not there, and nothing is discarded where nothing is', async () => {
    const keys = [
      personDraftKey(personIdSchema.parse(NOBODY)),
      visitDraftKey(personIdSchema.parse(NOBODY), null),
      visitDraftKey(personId, visitIdSchema.parse(NOBODY)),
      consultationDraftKey(consultationIdSchema.parse(NOBODY)),
      agendaDraftKey(meetingIdSchema.parse(NOBODY)),
      remarksDraftKey(SEPTEMBER),
    ];
    for (const key of keys) {
      expect(await register.refused('drafts.keep', { key, body: '{}' })).toBe('not_found');
    }
    expect(await register.refused('drafts.discard', { key: personDraftKey(null) })).toBe('not_found');
    expect(await register.ok('drafts.list', {})).toEqual([]);
  });

  it.each([
    '',
    'person',
    'person:',
    'person:newer',
    'note:new',
    'visit:new',
    'agenda:new',
    'remarks:new',
    'remarks:2026-13',
    'remarks:2026-09:council',
    `visit:${NOBODY}:`,
    `person:${NOBODY}:${NOBODY}`,
    `person:new\nvisit:${NOBODY}`,
    ' person:new',
    'person:00000000-0000-4000-8000-00000000000%',
  ])('has a key of the closed pattern: %j is refused', async (key) => {
    expect(await register.refused('drafts.keep', { key, body: '{}' })).toBe('invalid_input');
    expect(await register.refused('drafts.find', { key })).toBe('invalid_input');
    expect(await register.refused('drafts.discard', { key })).toBe('invalid_input');
  });

  it('is JSON of at most 66,000 characters', async () => {
    const key = personDraftKey(null);
    const longest = JSON.stringify('あ'.repeat(65_998));
    await register.ok('drafts.keep', { key, body: longest });
    expect(await found(key)).toBe(longest);
    expect(await register.refused('drafts.keep', { key, body: `${longest} ` })).toBe('invalid_input');
    expect(await register.refused('drafts.keep', { key, body: '{"note":' })).toBe('invalid_input');
    expect(await found(key)).toBe(longest);
  });
});

describe('the audit trail of a draft', () => {
  it('has one row for what was typed in a stretch, and another after a discard, a lock, or another draft', async () => {
    const key = visitDraftKey(personId, null);
    for (const text of ['あ', 'あい', 'あいう']) {
      await keep(key, text);
    }
    expect(rowsOf('drafts.keep')).toMatchObject([{ subjectId: personId, actor: '見本 花子' }]);
    await keep(personDraftKey(personId), 'x');
    expect(rowsOf('drafts.keep')).toHaveLength(2);
    await register.ok('drafts.discard', { key });
    expect(rowsOf('drafts.discard')).toMatchObject([{ subjectId: personId }]);
    await keep(key, 'また');
    expect(rowsOf('drafts.keep')).toHaveLength(3);
    register.vault.lock();
    await register.ok('vault.unlock', { passphrase: TEST_PASSPHRASE });
    await keep(key, 'まだ');
    expect(rowsOf('drafts.keep')).toHaveLength(4);
    register.setToday('2026-10-16');
    await keep(key, '次の日');
    expect(rowsOf('drafts.keep')).toHaveLength(5);
  });

  it('has a row for the first write that succeeds after one that was refused', async () => {
    const key = visitDraftKey(personId, visitIdSchema.parse(NOBODY));
    expect(await register.refused('drafts.keep', { key, body: '{}' })).toBe('not_found');
    expect(rowsOf('drafts.keep')).toEqual([]);
    await keep(visitDraftKey(personId, null), 'x');
    expect(rowsOf('drafts.keep')).toHaveLength(1);
  });
});

describe('what stands on the disk', () => {
  it('is never the text of a draft in clear', async () => {
    await keep(personDraftKey(null), CANARY.repeat(400));
    for (const path of filesUnder(register.folder)) {
      expect(textsIn(readFileSync(path), [CANARY]), path).toEqual([]);
    }
  });

  it('holds nothing of a discarded draft, not even decrypted: with the control before', async () => {
    const key = personDraftKey(null);
    await keep(key, CANARY.repeat(400));
    expect(textsIn(await decryptedPages(), [CANARY])).toEqual([CANARY]);
    await keep(key, '短い');
    expect(textsIn(await decryptedPages(), [CANARY])).toEqual([]);
    await keep(key, CANARY.repeat(400));
    await register.ok('drafts.discard', { key });
    expect(textsIn(await decryptedPages(), [CANARY])).toEqual([]);
    expect(readFileSync(databasePath(register.folder)).length).toBeGreaterThan(0);
  });
});
