// Small versions of those trials of `npm run torture` that no other test runs, each with its control.
import { describe, expect, it } from 'vitest';
import { canWatch, readTrace, watchSaves } from '#tests/torture/fsync-before-acknowledgement.ts';
import { forgeCheapSlots } from '#tests/torture/guessing.ts';
import { killMigrations, killUntilBetween } from '#tests/torture/migration-kills.ts';
import { putOlderBack } from '#tests/torture/older-register.ts';
import { changeOneLetter, drillRestores, withPassphrase, withRecoveryCode } from '#tests/torture/restore-drills.ts';

describe('a machine that is gone', () => {
  it('comes back from one backup file and the passphrase, every table the same', async () => {
    const found = await drillRestores(2);
    expect(found.unequal).toBe(0);
    expect(found.tables).toBeGreaterThan(20);
  });

  it('comes back from one backup file and the recovery code, every table the same', async () => {
    const found = await drillRestores(1, withRecoveryCode);
    expect(found.unequal).toBe(0);
    expect(found.tables).toBeGreaterThan(10);
  });

  it('is not the same with one letter more: the control', async () => {
    expect((await drillRestores(1, withPassphrase, changeOneLetter)).unequal).toBe(1);
  });
});

describe('kill -9 in the middle of a migration', () => {
  it('leaves the old version or the new one', async () => {
    const found = await killMigrations(5, null);
    expect(found.between).toBe(0);
    expect(found.old + found.new).toBe(5);
  });

  it('leaves something between the two where there are no transactions: the control', async () => {
    expect(await killUntilBetween()).toBeGreaterThan(0);
  });
});

describe('an older database put in the place of a newer one', () => {
  it('is warned of every time, and nothing else is', async () => {
    expect(await putOlderBack(4, false)).toEqual({ swaps: 4, warned: 4, falseAlarms: 0 });
  });

  it('is not noticed with the note of its age beside it: the limit, and the control', async () => {
    expect(await putOlderBack(1, true)).toMatchObject({ swaps: 1, warned: 0 });
  });
});

describe('a slot that claims to be cheap', () => {
  it('is refused below 64 MiB and tried from there on', async () => {
    expect(await forgeCheapSlots(6)).toEqual({ slots: 6, accepted: 0, dearOnesTried: 2 });
  });
});

describe('an acknowledgement', () => {
  const mayWatch = canWatch();
  if (!mayWatch) {
    process.stdout.write('skipped: fsync before every acknowledgement (strace is not here or may not watch)\n');
  }

  it.runIf(mayWatch)('comes after an fsync, and without one where SQLite does not wait: the control', async () => {
    const found = await watchSaves(8, null);
    expect(found).toMatchObject({ acknowledged: 8, unsynced: 0 });
    expect((await watchSaves(8, 'without fsync')).unsynced).toBeGreaterThan(0);
  });

  it('counts as synced only by an fsync that succeeded since the one before', () => {
    const trace = [
      '7 write(1, "unlocked\\n", 9) = 9',
      '7 fsync(20) = 0',
      '7 write(1, "saved 1\\n", 8) = 8',
      '7 fsync(20 <unfinished ...>',
      '8 write(1, "saved 2\\n", 8) = 8',
      '7 <... fsync resumed>) = 0',
      '7 fdatasync(20) = -1 EIO (Input/output error)',
      '7 write(1, "saved 3\\n", 8) = 8',
      '7 write(1, "saved 4\\n", 8) = 8',
    ].join('\n');
    expect(readTrace(trace)).toEqual({ acknowledged: 4, unsynced: 2, fsyncs: 2 });
  });
});
