// 本人の確認: what leaves the house, and what cannot be undone, is done only by whoever has just given the passphrase for it. Driven by the
// contract, so that a new operation is tried as soon as it is there.
import { afterEach, describe, expect, it } from 'vitest';
import { DEEDS, hasAim } from '#shared/contract/deeds.ts';
import type { OperationName } from '#shared/contract/index.ts';
import { HANDOUT } from '#tests/support/builders.ts';
import { OPERATIONS, validInput } from '#tests/support/malformed-inputs.ts';
import { openTestRegister, TEST_PASSPHRASE, type TestRegister } from '#tests/support/test-register.ts';

/** Exported or printed without the question, and why. */
const SPARED: Readonly<Partial<Record<OperationName, string>>> = {
  'retention.printCertificate': 'it has register numbers of people whose records are gone, and no name',
  'loss.printReport': 'it names nobody who is watched over, and is needed in a hurry',
  'vault.printRecoveryCode': 'the passphrase was given to draw the code, which a lock forgets',
  'backups.copyTo': 'a backup is encrypted: without a passphrase it tells nothing to whoever carries it away',
};

const asking = OPERATIONS.filter(({ needsReauthentication }) => needsReauthentication);
const nameOf = ({ name }: (typeof OPERATIONS)[number]) => name as OperationName;
const isRefusal = (code: string) => ({ ok: false, error: { code } });
const ASKED = isRefusal('reauthentication_needed');

let register: TestRegister;
afterEach(() => register.close());

describe('the contract', () => {
  it('asks who is there before everything that is exported or printed, but what is spared with a reason', async () => {
    register = await openTestRegister({ isEmpty: true });
    const leaving = OPERATIONS.filter((operation) =>
      ['exported', 'printed'].includes(DEEDS[nameOf(operation)]?.kind ?? ''),
    );
    const spared = leaving.filter((operation) => SPARED[nameOf(operation)] !== undefined);
    expect(leaving.filter((operation) => !spared.includes(operation)).map(nameOf)).toEqual(
      leaving.filter(({ needsReauthentication }) => needsReauthentication).map(nameOf),
    );
    expect(spared.map(nameOf).toSorted()).toEqual(Object.keys(SPARED).toSorted());
    expect(leaving.length).toBeGreaterThan(spared.length);
  });

  it('has words for what is about to be done, for each operation that asks and for no other', async () => {
    register = await openTestRegister({ isEmpty: true });
    expect(OPERATIONS.map(nameOf).filter(hasAim)).toEqual(asking.map(nameOf));
  });
});

describe.each(asking.map((operation) => [operation.name, operation] as const))('%s', (name, operation) => {
  const call = () => register.router.call(name, validInput(operation));

  it('is refused without the passphrase, and leaves nothing', async () => {
    register = await openTestRegister();
    const trail = (await register.ok('audit.list', EVERYTHING)).total;
    expect(await call()).toEqual(ASKED);
    expect((await register.ok('audit.list', EVERYTHING)).total).toBe(trail);
    expect(register.printedRoutes).toEqual([]);
  });

  it('is refused with a grant for another operation', async () => {
    register = await openTestRegister();
    for (const other of OPERATIONS.map(nameOf).filter((each) => each !== name)) {
      register.reauthentication.grant(register.vault.session, other, register.now());
    }
    expect(await call()).toEqual(ASKED);
  });

  it('is refused with a wrong passphrase, and with a grant older than two minutes', async () => {
    register = await openTestRegister();
    const wrong = { operation: name, passphrase: `${TEST_PASSPHRASE}x` };
    expect(await register.refused('vault.reauthenticate', wrong)).toBe('wrong_passphrase');
    expect(await call()).toEqual(ASKED);
    await register.confirm(nameOf(operation));
    register.passSeconds(121);
    expect(await call()).toEqual(ASKED);
  });

  it('is refused after a lock and an unlock', async () => {
    register = await openTestRegister();
    await register.confirm(nameOf(operation));
    register.vault.lock();
    await register.ok('vault.unlock', { passphrase: TEST_PASSPHRASE });
    expect(await call()).toEqual(ASKED);
  });

  it('goes on with the grant, also two minutes later, and a refused one may be tried again', async () => {
    register = await openTestRegister();
    await register.confirm(nameOf(operation));
    for (const seconds of [0, 119]) {
      register.passSeconds(seconds);
      const answer = await call();
      if (answer.ok) {
        return;
      }
      expect(answer).not.toEqual(ASKED);
    }
  });
});

const EVERYTHING = { personId: null, actor: null, kind: null, from: null, to: null, before: null, limit: 100 };

describe('a grant', () => {
  it('is used up by the operation that was done with it', async () => {
    register = await openTestRegister();
    await register.confirm('audit.exportTrail');
    expect(await register.router.call('audit.exportTrail', FILTER)).toEqual(isRefusal('cancelled'));
    register.dialogAnswers.push(register.outbox);
    expect(await register.router.call('audit.exportTrail', FILTER)).toMatchObject({ ok: true });
    register.dialogAnswers.push(register.outbox);
    expect(await register.router.call('audit.exportTrail', FILTER)).toEqual(ASKED);
  });

  it('lets one of two begin that come at once', async () => {
    register = await openTestRegister();
    await register.confirm('audit.exportTrail');
    register.dialogAnswers.push(register.outbox);
    const both = await Promise.all([1, 2].map(() => register.router.call('audit.exportTrail', FILTER)));
    expect(both.map(({ ok }) => ok)).toEqual([true, false]);
    expect(both[1]).toEqual(ASKED);
  });

  it('does not live longer when the clock is put back', async () => {
    register = await openTestRegister();
    await register.confirm('audit.exportTrail');
    register.passSeconds(-1);
    expect(await register.router.call('audit.exportTrail', FILTER)).toEqual(ASKED);
  });

  it('is not given while the register is locked', async () => {
    register = await openTestRegister();
    register.vault.lock();
    const question = { operation: 'audit.exportTrail', passphrase: TEST_PASSPHRASE };
    expect(await register.refused('vault.reauthenticate', question)).toBe('locked');
  });
});

const FILTER = { personId: null, actor: null, kind: null, from: null, to: null, handout: HANDOUT };
