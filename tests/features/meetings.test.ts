// The 連絡会 through the contract: planning, the drafted agenda, numbered packets. Invented people only.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { asCalendarDate, asCalendarMonth } from '#shared/model/calendar-date.ts';
import { answerFolder } from '#tests/support/invented-year.ts';
import { buildConsultation, buildMeeting, buildPerson, buildVisit, HANDOUT } from '../support/builders.ts';
import { INVENTED_SURNAME, inventDistricts } from '../support/invented-district.ts';
import { openTestRegister, type TestRegister } from '../support/test-register.ts';

let register: TestRegister;
afterEach(() => register.close());

const bodyOf = (agenda: readonly { kind: string; body: string }[], kind: string) =>
  agenda.find((item) => item.kind === kind)?.body ?? '';

async function planned(overrides: Parameters<typeof buildMeeting>[0] = {}) {
  const { meetingId } = await register.ok('meetings.plan', { meeting: buildMeeting(overrides) });
  return { meetingId, meeting: await register.ok('meetings.get', { meetingId }) };
}

describe('planning a meeting', () => {
  it('fills the agenda with one item a kind, in the order of the code table', async () => {
    register = await openTestRegister();
    const { meeting } = await planned();
    expect(meeting.agenda.map(({ kind }) => kind)).toEqual([
      'homework',
      'statistics',
      'register_changes',
      'concerns',
      'season',
      'disaster',
      'next_steps',
    ]);
    expect(meeting.copiesIssued).toBe(0);
  });

  it('tells of its own 地域 what was published since the last meeting, and nothing before that', async () => {
    register = await openTestRegister({ today: '2026-10-15' });
    const september = asCalendarMonth('2026-09');
    for (let number = 0; number < 24; number++) {
      const person = buildPerson({ name: `架空 ${number}郎`, kana: '', district: number < 12 ? 'horie' : 'meiji' });
      const { personId } = await register.ok('people.register', { person, consent: null });
      const visitedOn = asCalendarDate('2026-09-10');
      await register.ok('visits.record', { personId, visit: buildVisit({ visitedOn }) });
    }
    const consultation = buildConsultation({ nextStep: '電話する', consultedOn: asCalendarDate('2026-09-11') });
    await register.ok('consultations.record', { consultation });
    await planned({ heldOn: asCalendarDate('2026-10-01') });

    const before = await planned();
    expect(bodyOf(before.meeting.agenda, 'statistics')).toContain('まだ公表していません');
    const unpublished = await register.ok('meetings.packet', { meetingId: before.meetingId, firstCopy: 1, copies: 1 });
    expect(unpublished.figures).toMatchObject([{ rows: [], note: expect.stringContaining('まだ公表していません') }]);

    await register.ok('closings.close', { month: september });
    const tables = ['watched_by_district', 'consultations_by_district', 'visits_by_method'].map((tableId) => ({
      tableId,
      span: 'month' as const,
      form: 'fine',
    }));
    const wish = { month: september, profile: 'council' as const, tables, remarks: '' };
    const prepared = await register.ok('publications.prepare', wish);
    answerFolder(register, 'summary');
    const { preparedId } = prepared as { preparedId: string };
    await register.ok('publications.publish', { preparedId, handout: HANDOUT });

    const { meeting, meetingId } = await planned();
    const statistics = bodyOf(meeting.agenda, 'statistics');
    expect(statistics).toContain('2026年9月分');
    expect(statistics).toContain('見守り（区全体）　24件');
    expect(statistics).toMatch(/相談　(紙には数をのせていません|0件)/u);
    const packet = await register.ok('meetings.packet', { meetingId, firstCopy: 1, copies: 1 });
    const [row] = packet.figures[0]?.rows ?? [];
    const published = await register.ok('publications.overview', {});
    const report = await register.ok('publications.get', { publicationId: published.publications[0]?.id as never });
    const watched = report.sections[0]?.tables[0]?.rows.find(({ id }) => id === 'horie')?.cells[0]?.shown;
    expect(row).toMatchObject({ label: '2026年9月', values: [String(watched), expect.any(String), '24'] });
    expect(JSON.stringify(packet.figures)).not.toContain('電話する');
  });

  it('takes up what the last meeting of the same 地域 agreed on, and nothing of another’s', async () => {
    register = await openTestRegister();
    const { meetingId, meeting } = await planned({ heldOn: asCalendarDate('2026-09-01') });
    await planned({ heldOn: asCalendarDate('2026-10-01'), district: 'meiji' });
    const agenda = meeting.agenda.map((item) =>
      item.kind === 'next_steps' ? { ...item, body: '・町会長：夜警の日程を10月中に決める' } : item,
    );
    await register.ok('meetings.saveAgenda', { meetingId, agenda });
    const next = await planned();
    const homework = bodyOf(next.meeting.agenda, 'homework');
    expect(homework).toContain('夜警の日程を10月中に決める');
    expect(homework).toContain('令和8年9月1日');
  });

  it('does not take the unfilled blank for homework', async () => {
    register = await openTestRegister();
    await planned({ heldOn: asCalendarDate('2026-09-01') });
    const { meeting } = await planned();
    expect(bodyOf(meeting.agenda, 'homework')).toContain('宿題は記録がありません');
  });

  it('speaks of the season of its day', async () => {
    register = await openTestRegister();
    const summer = await planned({ heldOn: asCalendarDate('2026-07-20') });
    expect(bodyOf(summer.meeting.agenda, 'season')).toContain('熱中症');
    const winter = await planned({ heldOn: asCalendarDate('2026-12-10') });
    expect(bodyOf(winter.meeting.agenda, 'season')).toContain('火の用心');
  });

  it('never drafts a name of anybody', async () => {
    register = await openTestRegister();
    await inventDistricts(register, { people: 60, visits: 120, consultations: 40 });
    const { meetingId, meeting } = await planned({ district: null });
    expect(JSON.stringify(meeting.agenda)).not.toContain(INVENTED_SURNAME);
    const packet = await register.ok('meetings.packet', { meetingId, firstCopy: 1, copies: 2 });
    expect(JSON.stringify(packet)).not.toContain(INVENTED_SURNAME);
    expect(packet.districtLabel).toBe('区全体');
  });

  it('refuses an unknown 地域, an end before the beginning, and what is not there', async () => {
    register = await openTestRegister();
    const meeting = buildMeeting();
    expect(await register.refused('meetings.plan', { meeting: { ...meeting, district: 'atlantis' } })).toBe(
      'unknown_code',
    );
    expect(await register.refused('meetings.plan', { meeting: { ...meeting, endsAt: '09:00' } })).toBe(
      'date_out_of_order',
    );
    const meetingId = '00000000-0000-4000-8000-000000000000';
    expect(await register.refused('meetings.get', { meetingId })).toBe('not_found');
    expect(await register.refused('meetings.revise', { meetingId, meeting })).toBe('not_found');
    expect(await register.refused('meetings.cancel', { meetingId })).toBe('not_found');
    expect(await register.refused('meetings.printPacket', { meetingId, copies: 1, handout: HANDOUT })).toBe(
      'not_found',
    );
    expect(await register.refused('meetings.findNames', { meetingId })).toBe('not_found');
    expect(await register.refused('meetings.proposeAgenda', { meetingId })).toBe('not_found');
  });
});

describe('keeping meetings', () => {
  it('lists the next first, then the past, newest first', async () => {
    register = await openTestRegister({ today: '2026-10-15' });
    for (const heldOn of ['2026-08-01', '2026-12-01', '2026-10-15', '2026-09-01']) {
      await planned({ heldOn: asCalendarDate(heldOn) });
    }
    const days = (await register.ok('meetings.list', {})).map(({ heldOn }) => heldOn);
    expect(days).toEqual(['2026-10-15', '2026-12-01', '2026-09-01', '2026-08-01']);
  });

  it('saves an agenda in its new order, and revising day and place leaves it alone', async () => {
    register = await openTestRegister();
    const { meetingId, meeting } = await planned();
    const agenda = [...meeting.agenda].reverse().slice(0, 3);
    await register.ok('meetings.saveAgenda', { meetingId, agenda });
    await register.ok('meetings.revise', { meetingId, meeting: buildMeeting({ place: '高台会館' }) });
    const saved = await register.ok('meetings.get', { meetingId });
    expect(saved.agenda).toEqual(agenda);
    expect(saved.place).toBe('高台会館');
    const unknown = [{ kind: 'nothing', title: 'x', body: '' }];
    expect(await register.refused('meetings.saveAgenda', { meetingId, agenda: unknown })).toBe('unknown_code');
  });

  it('proposes anew without changing what is saved', async () => {
    register = await openTestRegister();
    const { meetingId } = await planned();
    await register.ok('meetings.saveAgenda', { meetingId, agenda: [] });
    expect(await register.ok('meetings.proposeAgenda', { meetingId })).toHaveLength(7);
    expect((await register.ok('meetings.get', { meetingId })).agenda).toEqual([]);
  });

  it('takes a cancelled meeting off the list', async () => {
    register = await openTestRegister();
    const { meetingId } = await planned();
    await register.ok('meetings.cancel', { meetingId });
    expect(await register.ok('meetings.list', {})).toEqual([]);
  });
});

describe('making the packet', () => {
  it('numbers the copies on from the last one made, and writes the file', async () => {
    register = await openTestRegister();
    const { meetingId } = await planned();
    register.dialogAnswers.push(join(register.outbox, 'a.pdf'), join(register.outbox, 'b.pdf'));
    const first = await register.ok('meetings.printPacket', { meetingId, copies: 8, handout: HANDOUT });
    expect(first).toMatchObject({ fileName: 'a.pdf', firstCopy: 1, copies: 8 });
    const second = await register.ok('meetings.printPacket', { meetingId, copies: 2, handout: HANDOUT });
    expect(second.firstCopy).toBe(9);
    expect(register.printedRoutes).toEqual([
      `/print/packet/${meetingId}?firstCopy=1&copies=8`,
      `/print/packet/${meetingId}?firstCopy=9&copies=2`,
    ]);
    expect((await register.ok('meetings.get', { meetingId })).copiesIssued).toBe(10);
    expect(readFileSync(join(register.outbox, 'b.pdf'), 'utf8')).toContain('%PDF');
    await register.ok('files.open', { file: second.file });
  });

  it('uses up no number when the dialog is closed, the paper fails, or the file cannot be written', async () => {
    let isBroken = true;
    register = await openTestRegister({
      printToPdf: async () => {
        if (isBroken) {
          throw new Error('no paper');
        }
        return new TextEncoder().encode('%PDF');
      },
    });
    const { meetingId } = await planned();
    const print = { meetingId, copies: 3, handout: HANDOUT };
    expect(await register.refused('meetings.printPacket', print)).toBe('cancelled');
    register.dialogAnswers.push(join(register.outbox, 'a.pdf'));
    expect(await register.refused('meetings.printPacket', print)).toBe('paper_failed');
    isBroken = false;
    register.dialogAnswers.push(join(register.outbox, 'nowhere', 'a.pdf'));
    expect(await register.refused('meetings.printPacket', print)).toBe('file_not_written');
    expect((await register.ok('meetings.get', { meetingId })).copiesIssued).toBe(0);
    expect(readdirSync(register.outbox)).toEqual(['register']);
    register.dialogAnswers.push(join(register.outbox, 'a.pdf'));
    expect((await register.ok('meetings.printPacket', print)).firstCopy).toBe(1);
  });

  it('gives a number once, also when two packets are made at the same time', async () => {
    const bothBegan = Promise.withResolvers<Uint8Array>();
    register = await openTestRegister({ printToPdf: () => bothBegan.promise });
    const { meetingId } = await planned();
    register.dialogAnswers.push(join(register.outbox, 'a.pdf'), join(register.outbox, 'b.pdf'));
    const begun = [];
    for (const _each of [1, 2]) {
      await register.confirm('meetings.printPacket');
      begun.push(register.router.call('meetings.printPacket', { meetingId, copies: 4, handout: HANDOUT }));
    }
    bothBegan.resolve(new TextEncoder().encode('%PDF'));
    const both = await Promise.all(begun);
    expect(both).toContainEqual({ ok: false, error: { code: 'busy' } });
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect((await register.ok('meetings.get', { meetingId })).copiesIssued).toBe(4);
    expect(readdirSync(register.outbox).filter((name) => name.endsWith('.pdf'))).toHaveLength(1);
  });

  it('is not made while the agenda names somebody in the register, in any writing', async () => {
    register = await openTestRegister();
    const person = buildPerson({ name: '架空 髙子' });
    await register.ok('people.register', { person, consent: null });
    const { meetingId, meeting } = await planned();
    const naming = (text: string) => [{ ...meeting.agenda[0], kind: 'homework', title: '宿題', body: text }];
    await register.ok('meetings.saveAgenda', { meetingId, agenda: naming('・架空高子さんのその後') });
    expect(await register.ok('meetings.findNames', { meetingId })).toEqual([{ position: 0, name: '架空 髙子' }]);
    expect(await register.refused('meetings.printPacket', { meetingId, copies: 1, handout: HANDOUT })).toBe(
      'name_on_paper',
    );
    await register.ok('meetings.saveAgenda', { meetingId, agenda: naming('・Aさんのその後') });
    expect(await register.ok('meetings.findNames', { meetingId })).toEqual([]);
    register.dialogAnswers.push(join(register.outbox, 'a.pdf'));
    await register.ok('meetings.printPacket', { meetingId, copies: 1, handout: HANDOUT });
  });
});
