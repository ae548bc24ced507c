// Who receives something and what for: names of the register are found, an office is none, and a summary does not leave with one. Invented people.
import { mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { HANDOUT_KINDS, type HandoutReason } from '#shared/contract/handouts.contract.ts';
import { asCalendarDate, asCalendarMonth } from '#shared/model/calendar-date.ts';
import { buildMeeting, buildPerson, buildVisit, HANDOUT } from '#tests/support/builders.ts';
import { answerFolder } from '#tests/support/invented-year.ts';
import { openTestRegister, type TestRegister } from '#tests/support/test-register.ts';
import { makeWard, writePackage } from '#tools/demo/invented-packages.ts';

const JULY = asCalendarMonth('2026-07');
/** Names that are parts of offices too, with and without a given name; the rest invented. */
const PEOPLE = [
  ['架空 髙子', 'かくう たかこ'],
  ['西 架空子', 'にし かくうこ'],
  ['西', 'にし'],
  ['大阪', 'おおさか'],
  ['大阪 架空郎', 'おおさか かくうろう'],
  ['長 架空江', 'おさ かくうえ'],
  ['堀江 架空美', 'ほりえ かくうみ'],
  ['田中 架空助', 'たなか かくうすけ'],
  ['見本 架空人', 'みほん かくうと'],
] as const;

let register: TestRegister;
beforeEach(async () => {
  register = await openTestRegister({ today: '2026-08-03' });
  for (const [name, kana] of PEOPLE) {
    const person = buildPerson({ name, kana, watchStartedOn: asCalendarDate('2026-04-01') });
    await register.ok('people.register', { person, consent: null });
  }
});
afterEach(() => register.close());

const namesIn = (reason: Partial<HandoutReason>) =>
  register.ok('handouts.findNames', { kind: 'month_summary', ...HANDOUT, ...reason });

describe('whoever receives something', () => {
  it.each([
    '大阪市西区社会福祉協議会',
    '大阪市西区長様',
    '西区役所 保健福祉課 田中様',
    '堀江地域 見守り連絡会 会長殿',
    '西さん',
    '大阪様',
    '民生委員 田中さん',
    'にし区のみなさん',
  ])('is no watched person: 「%s」 passes, whoever has a part of it as a name', async (recipient) => {
    expect((await namesIn({ recipient })).recipient).toEqual([]);
  });

  it.each([
    ['架空高子様', ['架空高子']],
    ['田中　架空助さんのご家族', ['田中　架空助']],
    ['カクウ タカコ様', ['カクウ タカコ']],
    ['西区社協（西 架空子さんの担当）', ['西 架空子']],
  ])('is found with the whole name of somebody, in any writing: 「%s」', async (recipient, found) => {
    expect((await namesIn({ recipient })).recipient).toEqual(found);
  });

  it('may have the name of a supporter, whoever else has it', async () => {
    expect((await namesIn({ recipient: '民生委員 見本 架空人様' })).recipient).toEqual(['見本 架空人']);
    const supporter = { kind: 'volunteer' as const, name: '見本 架空人', district: null, phone: '', isActive: true };
    await register.ok('supporters.register', supporter);
    expect((await namesIn({ recipient: '民生委員 見本 架空人様' })).recipient).toEqual([]);
  });
});

describe('what it is for', () => {
  it.each(['毎月の報告', '西区の会議', '区長さんへの報告', '連絡会の会長様の求め', '大阪の統計'])(
    '「%s」 names nobody',
    async (purpose) => {
      expect((await namesIn({ purpose })).purpose).toEqual([]);
    },
  );

  it.each([
    ['架空高子さんの件', ['架空高子']],
    ['田中さんの件', ['田中さん']],
    ['隣の長さんの件', ['長さん']],
    ['西さんの入院', ['西さん']],
  ])('「%s」 names somebody, by the surname with さん too', async (purpose, found) => {
    expect((await namesIn({ purpose })).purpose).toEqual(found);
  });
});

const NAMED = { recipient: '見本区社会福祉協議会', purpose: '田中さんの件' };

/** A summary that is safe, and the folder that would be chosen for it. */
async function prepareSafely(): Promise<{ preparedId: string; folder: string }> {
  for (let number = 0; number < 12; number += 1) {
    const person = buildPerson({ name: `仮 ${number}`, kana: '', watchStartedOn: asCalendarDate('2026-04-01') });
    const { personId } = await register.ok('people.register', { person, consent: null });
    await register.ok('visits.record', { personId, visit: buildVisit({ visitedOn: asCalendarDate('2026-07-10') }) });
  }
  await register.ok('closings.close', { month: JULY });
  const tables = [{ tableId: 'visits_by_method', span: 'month' as const, form: 'fine' }];
  const wish = { month: JULY, profile: 'council' as const, tables, remarks: '' };
  const prepared = await register.ok('publications.prepare', wish);
  if (prepared.state === 'refused') throw new Error(prepared.refusal.sentence);
  return { preparedId: prepared.preparedId, folder: answerFolder(register, 'summary') };
}

describe('a summary', () => {
  it('does not leave with a name; the same one leaves without', async () => {
    const { preparedId, folder } = await prepareSafely();
    for (const [handout, field] of [
      [NAMED, 'handout.purpose'],
      [{ ...HANDOUT, recipient: '架空 高子様' }, 'handout.recipient'],
    ] as const) {
      await register.confirm('publications.publish');
      expect(await register.router.call('publications.publish', { preparedId, handout })).toEqual({
        ok: false,
        error: { code: 'names_in_reason', fields: { [field]: 'names_somebody' } },
      });
    }
    expect(readdirSync(folder)).toEqual([]);
    expect(register.dialogAnswers).toEqual([folder]);
    expect(await register.ok('handouts.list', { subjectId: null })).toEqual([]);
    const handout = { ...HANDOUT, recipient: '大阪市西区社会福祉協議会' };
    await register.ok('publications.publish', { preparedId, handout });
    expect(readdirSync(folder)).toHaveLength(1);
    expect(await register.ok('handouts.list', { subjectId: null })).toMatchObject([handout]);
  });

  it('of the ward neither', async () => {
    const folder = join(register.outbox, 'stick');
    mkdirSync(folder);
    for (const made of (await makeWard()).packages) writePackage(folder, made);
    register.dialogAnswers.push(folder);
    await register.ok('ward.open', {});
    await register.ok('ward.check', {});
    expect(await register.refused('ward.publish', { handout: NAMED })).toBe('names_in_reason');
    answerFolder(register, 'out');
    await register.ok('ward.publish', { handout: HANDOUT });
    expect(await register.ok('handouts.list', { subjectId: null })).toMatchObject([HANDOUT]);
  });
});

describe('a decision on the fewest people', () => {
  it('names nobody of the register either', async () => {
    const decision = { profile: 'council', k: 4, decidedOn: asCalendarDate('2026-08-01') } as const;
    const decidedBy = '大阪市西区社会福祉協議会 田中課長';
    const spoilt = { ...decision, decidedBy, reason: '田中さんのことが分かるため' };
    expect(await register.refused('publications.decide', spoilt)).toBe('names_in_reason');
    const byHim = { ...decision, decidedBy: '田中架空助', reason: '区との取り決め' };
    expect(await register.refused('publications.decide', byHim)).toBe('names_in_reason');
    await register.ok('publications.decide', { ...decision, decidedBy, reason: '区との取り決め' });
  });
});

describe('what tells of people anyway', () => {
  it('may say that somebody of the register receives it: she is told, and decides', async () => {
    const { meetingId } = await register.ok('meetings.plan', { meeting: buildMeeting() });
    const handout = { recipient: '架空 髙子様', purpose: '連絡会で配る' };
    const refusing = [];
    for (const kind of HANDOUT_KINDS) {
      const { recipient, isRefused } = await register.ok('handouts.findNames', { kind, ...handout });
      expect(recipient).toEqual(['架空 髙子']);
      if (isRefused) refusing.push(kind);
    }
    expect(refusing).toEqual(['month_summary']);
    register.dialogAnswers.push(join(register.outbox, 'packet.pdf'));
    await register.ok('meetings.printPacket', { meetingId, copies: 1, handout });
    expect(await register.ok('handouts.list', { subjectId: meetingId })).toMatchObject([handout]);
  });
});
