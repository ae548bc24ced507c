// The printed recovery code: drawn, printed, confirmed, used for a forgotten passphrase and for a backup on a bare machine. All people
// are invented.
import { readdirSync, readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { chooseBackup, enter, namesIn, newestBackup } from '#tests/support/backups.ts';
import { filesUnder, readStoredSlots } from '#tests/support/raw-register.ts';
import { openTestRegister, TEST_PASSPHRASE, type TestRegister } from '#tests/support/test-register.ts';

const NEXT_PASSPHRASE = 'umi-kaze-tsubame-42';
const THEIR_PASSPHRASE = 'asa-gao-hotaru-99';

let register: TestRegister;
let slot: Awaited<ReturnType<typeof ownSlot>>;
const ownSlot = async () => {
  const [first] = (await register.ok('vault.coordinators', {})).coordinators;
  if (!first) {
    throw new Error('there is no coordinator');
  }
  return first.slot;
};
beforeEach(async () => {
  register = await openTestRegister();
  slot = await ownSlot();
});
afterEach(() => register.close());

const draw = () => register.ok('vault.drawRecoveryCode', { ownPassphrase: TEST_PASSPHRASE });

/** Draws a code and retypes what is asked; answers the code as it is printed. */
async function makeCode(): Promise<string> {
  const { groups, asked } = await draw();
  await register.ok('vault.confirmRecoveryCode', { groups: asked.map((group) => groups[group] ?? '') });
  return groups.join('-');
}

const recover = (code: string, passphrase = NEXT_PASSPHRASE) =>
  register.router.call('vault.recover', { code, slot, passphrase });

const operations = () =>
  register.ok('audit.list', {
    personId: null,
    actor: null,
    kind: null,
    from: null,
    to: null,
    before: null,
    limit: 50,
  });

describe('a new recovery code', () => {
  it('is seven groups, asks for two of them, holds only once they are retyped, and says since when', async () => {
    expect(await register.ok('vault.status', {})).toMatchObject({ recoveryCodeSince: null });
    const drawn = await draw();
    expect(drawn.groups).toHaveLength(7);
    expect(drawn.asked).toHaveLength(2);
    expect(drawn.asked[0]).toBeLessThan(drawn.asked[1] ?? 0);
    expect(await register.ok('vault.pendingRecoveryCode', {})).toEqual(drawn);
    expect(await register.ok('vault.status', {})).toMatchObject({ recoveryCodeSince: null });

    const typed = drawn.asked.map((group) => ` ${drawn.groups[group]?.toLowerCase()} `);
    expect(await register.ok('vault.confirmRecoveryCode', { groups: typed })).toMatchObject({
      recoveryCodeSince: '2026-10-15T03:00:00.000Z',
    });
    expect(await register.ok('vault.pendingRecoveryCode', {})).toBeNull();
    expect((await operations()).rows[0]).toMatchObject({ operation: 'vault.confirmRecoveryCode', detail: {} });
  });

  it('asks for other groups another time', async () => {
    const asked = new Set<string>();
    for (let n = 0; n < 12; n += 1) {
      asked.add((await draw()).asked.join());
    }
    expect(asked.size).toBeGreaterThan(1);
  });

  it('is not confirmed by groups that are not those, and can be tried again', async () => {
    const { groups, asked } = await draw();
    const right = asked.map((group) => groups[group] ?? '');
    const confirm = (typed: readonly string[]) => register.router.call('vault.confirmRecoveryCode', { groups: typed });
    expect(await confirm([right[0] ?? '', '0000'])).toMatchObject({
      error: { code: 'recovery_code_not_confirmed', fields: { 'groups.1': 'unreadable' } },
    });
    expect(await confirm(right.toReversed())).toMatchObject({
      error: { fields: { 'groups.0': 'unreadable', 'groups.1': 'unreadable' } },
    });
    expect(await register.ok('vault.status', {})).toMatchObject({ recoveryCodeSince: null });
    expect(await confirm(right)).toMatchObject({ ok: true });
  });

  it('is not drawn for whoever sits down at an open screen, and is forgotten on lock', async () => {
    expect(await register.refused('vault.drawRecoveryCode', { ownPassphrase: NEXT_PASSPHRASE })).toBe(
      'wrong_passphrase',
    );
    await draw();
    register.vault.lock();
    await register.ok('vault.unlock', { passphrase: TEST_PASSPHRASE });
    expect(await register.ok('vault.pendingRecoveryCode', {})).toBeNull();
    expect(await register.refused('vault.confirmRecoveryCode', { groups: ['0000', '0000'] })).toBe(
      'recovery_code_not_drawn',
    );
    expect(await register.refused('vault.printRecoveryCode', {})).toBe('recovery_code_not_drawn');
  });

  it('goes to the printer alone: a row for a printed sheet, none for a dialog that was closed, no file in any case', async () => {
    let answer: boolean | Error = true;
    const printing = await openTestRegister({
      print: async () => {
        if (answer instanceof Error) {
          throw answer;
        }
        return answer;
      },
    });
    const files = () => [printing.folder, printing.outbox].flatMap((folder) => readdirSync(folder)).sort();
    const before = files();
    const { groups } = await printing.ok('vault.drawRecoveryCode', { ownPassphrase: TEST_PASSPHRASE });
    expect(await printing.ok('vault.printRecoveryCode', {})).toEqual({ isPrinted: true });
    expect(printing.printedRoutes).toEqual(['/print/recovery-code']);
    answer = false;
    expect(await printing.ok('vault.printRecoveryCode', {})).toEqual({ isPrinted: false });
    answer = new Error('no paper');
    expect(await printing.refused('vault.printRecoveryCode', {})).toBe('paper_failed');
    expect(files()).toEqual(before);
    expect(printing.printedRoutes.join()).not.toContain(groups[0]);
    const all = { personId: null, actor: null, kind: null, from: null, to: null, before: null, limit: 50 };
    const { rows } = await printing.ok('audit.list', all);
    expect(rows.filter(({ operation }) => operation === 'vault.printRecoveryCode')).toHaveLength(1);
    printing.close();
  });

  it('stands in no file and no log, in no form', async () => {
    const code = await makeCode();
    register.vault.lock();
    const written = filesUnder(register.outbox).map((path) => readFileSync(path).toString('latin1'));
    for (const form of [code, code.replaceAll('-', ''), code.slice(0, 9)]) {
      expect([...written, ...register.logged].filter((text) => text.includes(form))).toEqual([]);
    }
  });
});

describe('a forgotten passphrase', () => {
  it('is replaced with the code, and who it was and how stands in the trail', async () => {
    await enter(register, '架空 前');
    const code = await makeCode();
    register.vault.lock();
    expect(await recover(code.toLowerCase().replaceAll('-', ' '))).toMatchObject({
      ok: true,
      value: { state: 'unlocked', unlockedBy: '見本 花子' },
    });
    expect(await namesIn(register)).toEqual(['架空 前']);
    expect((await operations()).rows[0]).toMatchObject({ actor: '見本 花子', operation: 'vault.recover' });
    expect(await register.ok('audit.verify', {})).toMatchObject({ brokenAt: null });
    register.vault.lock();
    expect(await register.refused('vault.unlock', { passphrase: TEST_PASSPHRASE })).toBe('wrong_passphrase');
    await register.ok('vault.unlock', { passphrase: NEXT_PASSPHRASE });
  });

  it('cannot be replaced with a code that is mistyped, of another register, or not there yet', async () => {
    register.vault.lock();
    expect(await recover('0000-0000-0000-0000-0000-0000-0000')).toMatchObject({
      error: { code: 'recovery_code_missing' },
    });
    await register.ok('vault.unlock', { passphrase: TEST_PASSPHRASE });
    const code = await makeCode();
    register.vault.lock();
    const typo = (code.startsWith('0') ? '1' : '0') + code.slice(1);
    expect(await recover(typo)).toMatchObject({
      error: { code: 'recovery_code_mistyped', fields: { code: 'unreadable' } },
    });
    expect(await recover('0000-0000-0000-0000-0000-0000-0000')).toMatchObject({
      error: { code: 'wrong_recovery_code' },
    });
    expect(await recover(code, 'short')).toMatchObject({ error: { code: 'weak_passphrase' } });
    expect(
      await register.refused('vault.recover', {
        code,
        slot: '00000000-0000-4000-8000-000000000000',
        passphrase: NEXT_PASSPHRASE,
      }),
    ).toBe('not_found');
    await register.ok('vault.unlock', { passphrase: TEST_PASSPHRASE });
  });

  it('is not replaced in a register that is open', async () => {
    const code = await makeCode();
    expect(await recover(code)).toMatchObject({ error: { code: 'busy' } });
  });

  it('stays when the register is locked meanwhile', async () => {
    const code = await makeCode();
    register.vault.lock();
    const answer = recover(code);
    register.vault.lock();
    expect(await answer).toMatchObject({ error: { code: 'locked' } });
    await register.ok('vault.unlock', { passphrase: TEST_PASSPHRASE });
  });
});

describe('a code that was replaced by a new one', () => {
  it('opens nothing any more, and the new one does', async () => {
    const former = await makeCode();
    const present = await makeCode();
    expect(readStoredSlots(register.folder).slots.filter(({ kind }) => kind === 'recovery')).toHaveLength(1);
    register.vault.lock();
    expect(await recover(former)).toMatchObject({ error: { code: 'wrong_recovery_code' } });
    expect(await recover(present)).toMatchObject({ ok: true });
  });
});

describe('a backup and the code alone', () => {
  it('make a register on a bare machine, and the code then gives a new passphrase', async () => {
    await enter(register, '架空 前');
    await register.ok('vault.addCoordinator', {
      coordinator: '同僚 次郎',
      passphrase: THEIR_PASSPHRASE,
      ownPassphrase: TEST_PASSPHRASE,
    });
    const code = await makeCode();
    await register.ok('backups.make', {});

    const bare = await openTestRegister({ isEmpty: true });
    const file = await chooseBackup(bare, newestBackup(register));
    expect(await bare.ok('backups.inspect', { file, recoveryCode: code })).toMatchObject({
      counts: { people: 1 },
      coordinators: ['見本 花子', '同僚 次郎'],
      hasRecoveryCode: true,
    });
    expect(await bare.refused('backups.restore', { file, recoveryCode: `${code}0` })).toBe('recovery_code_mistyped');
    await bare.ok('backups.restore', { file, recoveryCode: code });
    const [, second] = (await bare.ok('vault.status', {})).coordinators;
    expect(second?.name).toBe('同僚 次郎');
    await bare.ok('vault.recover', { code, slot: second?.slot as never, passphrase: NEXT_PASSPHRASE });
    expect(await namesIn(bare)).toEqual(['架空 前']);
    const all = { personId: null, actor: null, kind: null, from: null, to: null, before: null, limit: 50 };
    const { rows } = await bare.ok('audit.list', all);
    expect(rows.slice(0, 2)).toMatchObject([
      { operation: 'vault.recover', actor: '同僚 次郎' },
      { operation: 'backups.restore', actor: '回復用コード' },
    ]);
    bare.vault.lock();
    await bare.ok('vault.unlock', { passphrase: TEST_PASSPHRASE });
    bare.close();
  });

  it('do not go together when the backup is older than the code', async () => {
    await register.ok('backups.make', {});
    const code = await makeCode();
    const file = await chooseBackup(register, newestBackup(register));
    expect(await register.ok('backups.inspect', { file, passphrase: TEST_PASSPHRASE })).toMatchObject({
      hasRecoveryCode: false,
    });
    expect(await register.refused('backups.inspect', { file, recoveryCode: code })).toBe('recovery_code_missing');
  });
});
