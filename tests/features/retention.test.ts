// The end of a record through the contract: who is due, who is kept, what erasing refuses and does. All people are invented.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { auditTrail } from '#main/platform/database/schema/registry.ts';
import { asCalendarDate } from '#shared/model/calendar-date.ts';
import type { PersonId } from '#shared/model/ids.ts';
import type { DisposalBasis } from '#shared/model/retention.ts';
import { buildConsultation, buildPerson, buildVisit } from '#tests/support/builders.ts';
import { openTestRegister, type TestRegister } from '#tests/support/test-register.ts';

const on = asCalendarDate;

let register: TestRegister;
beforeEach(async () => {
  register = await openTestRegister({ today: '2026-10-15' });
});
afterEach(() => register.close());

async function personEnded(name: string, endedOn: string): Promise<PersonId> {
  const person = buildPerson({ name, kana: '', watchStartedOn: on('2015-04-01') });
  const { personId } = await register.ok('people.register', { person, consent: null });
  await register.ok('visits.record', { personId, visit: buildVisit({ visitedOn: on('2016-01-10') }) });
  await register.ok('people.endWatch', { personId, endedOn: on(endedOn), reason: 'moved', note: '' });
  return personId;
}

interface Wish {
  readonly basis?: DisposalBasis;
  readonly confirmedCount?: number;
  readonly words?: string | null;
}

async function wishFor(personIds: readonly PersonId[], { basis = 'term', confirmedCount, words = null }: Wish = {}) {
  const { digest, mentions } = await register.ok('retention.preview', { personIds: [...personIds] });
  return {
    personIds: [...personIds],
    basis,
    confirmedCount: confirmedCount ?? personIds.length,
    digest,
    mentions: mentions.map(({ id }) => ({ id, words })),
  };
}

const trail = () => register.vault.session.reader.select().from(auditTrail).all();
const namesInRegister = async () => (await register.ok('people.list', {})).map(({ name }) => name);

describe('the list of whose watch ended', () => {
  it('says to the day whose term is over, by the setting', async () => {
    await personEnded('架空 満了子', '2021-10-14');
    await personEnded('架空 今日まで', '2021-10-15');
    await register.ok('people.register', { person: buildPerson({ name: '架空 続く子' }), consent: null });
    expect(await register.ok('retention.list', {})).toMatchObject({
      years: 5,
      people: [
        { name: '架空 満了子', keptUntil: '2026-10-14', isOver: true, hold: null },
        { name: '架空 今日まで', keptUntil: '2026-10-15', isOver: false },
      ],
    });
    expect(await register.ok('retention.standing', {})).toEqual({ due: 1 });
    await register.ok('settings.revise', { retentionYears: 4 });
    expect(await register.ok('retention.standing', {})).toEqual({ due: 2 });
    expect(await register.refused('settings.revise', { retentionYears: 0 })).toBe('invalid_input');
  });

  it('does not count as due who is kept longer, and says why and by whom', async () => {
    const personId = await personEnded('架空 延長子', '2020-10-14');
    await register.ok('retention.hold', { personId, reason: 'child', note: '成人まで' });
    expect(await register.ok('retention.standing', {})).toEqual({ due: 0 });
    expect(await register.ok('retention.ofPerson', { personId })).toMatchObject({
      isOver: true,
      hold: { reason: 'child', note: '成人まで', heldBy: '見本 花子', heldOn: '2026-10-15' },
    });
    await register.ok('retention.release', { personId });
    expect(await register.ok('retention.standing', {})).toEqual({ due: 1 });
    expect(await register.refused('retention.release', { personId })).toBe('not_found');
  });

  it('knows no term while the watch goes on', async () => {
    const { personId } = await register.ok('people.register', { person: buildPerson(), consent: null });
    expect(await register.ok('retention.ofPerson', { personId })).toBeNull();
    expect(await register.refused('retention.hold', { personId, reason: 'other', note: '' })).toBe('not_ended');
    expect(await register.refused('retention.preview', { personIds: [personId] })).toBe('not_ended');
  });
});

describe('erasing refuses, and nothing is erased,', () => {
  it('when the term is not over, unless the person asked for it', async () => {
    const personId = await personEnded('架空 早い子', '2026-10-01');
    expect(await register.refused('retention.erase', await wishFor([personId]))).toBe('term_not_over');
    expect(await namesInRegister()).toEqual(['架空 早い子']);
    await register.ok('retention.erase', await wishFor([personId], { basis: 'request' }));
    expect(await register.ok('retention.certificates', {})).toMatchObject([{ basis: 'request' }]);
  });

  it('when somebody is kept longer', async () => {
    const personId = await personEnded('架空 延長子', '2020-10-14');
    await register.ok('retention.hold', { personId, reason: 'dispute', note: '' });
    expect(await register.refused('retention.erase', await wishFor([personId], { basis: 'request' }))).toBe(
      'record_held',
    );
    expect(await namesInRegister()).toEqual(['架空 延長子']);
  });

  it('when another number of people was confirmed', async () => {
    const personId = await personEnded('架空 満了子', '2020-10-14');
    const wish = await wishFor([personId], { confirmedCount: 2 });
    expect(await register.refused('retention.erase', wish)).toBe('invalid_input');
    expect(await namesInRegister()).toEqual(['架空 満了子']);
  });

  it('when a record was added after it was looked at', async () => {
    const personId = await personEnded('架空 満了子', '2020-10-14');
    const wish = await wishFor([personId]);
    await register.ok('consultations.record', { consultation: buildConsultation({ personId }) });
    expect(await register.refused('retention.erase', wish)).toBe('preview_outdated');
    expect(await namesInRegister()).toEqual(['架空 満了子']);
  });
});

describe('erasing', () => {
  it('takes several people at once: one certificate, an audit row each, the chain whole, no number given again', async () => {
    const first = await personEnded('架空 一子', '2020-10-14');
    const second = await personEnded('架空 二子', '2020-11-14');
    await personEnded('架空 三子', '2026-01-14');
    const last = await personEnded('架空 四子', '2020-12-14');
    const before = trail().length;
    const answer = await register.ok('retention.erase', await wishFor([first, second, last]));
    expect(answer).toMatchObject({ certificateNumber: 1, isResidueCleared: true });
    expect(await namesInRegister()).toEqual(['架空 三子']);
    const added = trail().slice(before);
    expect(added.map(({ operation, subjectId }) => [operation, subjectId]).toSorted()).toEqual(
      [first, second, last].map((id) => ['retention.erase', id]).toSorted(),
    );
    expect(JSON.stringify(trail())).not.toContain('架空');
    expect(await register.ok('audit.verify', {})).toEqual({ rows: trail().length, brokenAt: null });
    const { registerNumber } = await register.ok('people.register', { person: buildPerson(), consent: null });
    expect(registerNumber).toBe(5);
  });

  it('leaves in the trail a number instead of the name', async () => {
    const personId = await personEnded('架空 満了子', '2020-10-14');
    await register.ok('retention.erase', await wishFor([personId]));
    const whole = { actor: null, kind: null, from: null, to: null, before: null, limit: 50 } as const;
    const { rows } = await register.ok('audit.list', { ...whole, personId });
    expect(rows.length).toBeGreaterThan(3);
    expect(rows.map(({ subject }) => subject)).toEqual(rows.map(() => ({ personId, name: null, registerNumber: 1 })));
  });

  it('replaces the name in the records of others by her words, or leaves it where she said so', async () => {
    const personId = await personEnded('架空 満了子', '2020-10-14');
    const ask = (question: string) =>
      register.ok('consultations.record', { consultation: buildConsultation({ question }) });
    await ask('架空 満了子さんの鍵の件');
    await ask('架空満了子さんの、架空満了子さん宛ての荷物');
    await ask('架空さんが来た');
    const wish = await wishFor([personId]);
    expect(wish.mentions).toHaveLength(3);
    const { mentions } = await register.ok('retention.preview', { personIds: [personId] });
    const wordsFor = ({ writing, isSurnameOnly }: (typeof mentions)[number]) =>
      isSurnameOnly ? null : writing === '架空満了子' ? '（廃棄済みの方）' : '転居した方"';
    const chosen = mentions.map((mention) => ({ id: mention.id, words: wordsFor(mention) }));
    await register.ok('retention.erase', { ...wish, mentions: chosen });
    const questions = (await register.ok('consultations.list', {})).map(({ question }) => question);
    expect(questions.toSorted()).toEqual(
      [
        '転居した方"さんの鍵の件',
        '（廃棄済みの方）さんの、（廃棄済みの方）さん宛ての荷物',
        '架空さんが来た',
      ].toSorted(),
    );
    expect(JSON.parse(trail().at(-1)?.detail ?? '')).toMatchObject({ replaced: 3, certificate: 1, visits: 1 });
  });

  it('makes a backup without them at once, and says by when the ones with them are gone', async () => {
    const personId = await personEnded('架空 満了子', '2020-10-14');
    await register.ok('backups.make', {});
    register.setToday('2026-10-16');
    const { backups } = await register.ok('retention.preview', { personIds: [personId] });
    expect(backups).toMatchObject({ count: 1, copiedOn: null, keptAside: 0 });
    const answer = await register.ok('retention.erase', await wishFor([personId]));
    expect(answer.backupsGoneBy).toBe(backups.goneBy);
    expect((answer.backupsGoneBy ?? '') > '2026-10-16').toBe(true);
    const { backups: there } = await register.ok('backups.list', {});
    expect(there.map(({ reason, counts }) => [reason, counts.people])).toEqual([
      ['after_erasure', 0],
      ['by_hand', 1],
    ]);
    expect(await register.ok('retention.certificate', { number: 1 })).toMatchObject({
      backupsLeft: 1,
      backupsGoneBy: answer.backupsGoneBy,
    });
    expect(await register.refused('retention.certificate', { number: 2 })).toBe('not_found');
  });

  it('names the copies that were carried away, which only she can erase', async () => {
    const personId = await personEnded('架空 満了子', '2020-10-14');
    register.dialogAnswers.push(register.outbox);
    await register.ok('backups.copyTo', {});
    register.setToday('2026-10-20');
    await register.ok('retention.erase', await wishFor([personId]));
    expect(await register.ok('retention.certificates', {})).toMatchObject([{ copiedOn: '2026-10-15' }]);
  });
});

describe('the certificate', () => {
  it('is written where she says, with an audit row, and holds no name', async () => {
    const personId = await personEnded('架空 満了子', '2020-10-14');
    await register.ok('retention.erase', await wishFor([personId]));
    expect(JSON.stringify(await register.ok('retention.certificate', { number: 1 }))).not.toContain('満了子');
    const path = join(register.outbox, '証明書.pdf');
    register.dialogAnswers.push(path);
    const written = await register.ok('retention.printCertificate', { number: 1 });
    expect(written.fileName).toBe('証明書.pdf');
    expect(register.printedRoutes).toEqual(['/print/disposal/1']);
    expect(readFileSync(path, 'utf8')).toContain('%PDF');
    expect(trail().at(-1)).toMatchObject({ operation: 'retention.printCertificate', detail: '{"certificate":1}' });
    expect(await register.refused('retention.printCertificate', { number: 1 })).toBe('cancelled');
    expect(existsSync(join(register.outbox, '証明書.pdf'))).toBe(true);
  });
});
