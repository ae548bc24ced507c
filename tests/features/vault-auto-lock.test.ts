// The register shuts itself: a warning first, a minute later the lock; activity calls it off, and the setting is followed at once.
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { openTestRegister, TEST_PASSPHRASE, type TestRegister } from '#tests/support/test-register.ts';

const MINUTE = 60_000;

let register: TestRegister;
beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  register = await openTestRegister();
  register.events.length = 0;
});
afterEach(() => {
  register.close();
  vi.useRealTimers();
});

const warnings = () => register.events.flatMap((event) => (event.type === 'auto_lock_warning' ? [event.seconds] : []));
const revise = (autoLockMinutes: number) => register.ok('settings.revise', { autoLockMinutes });

describe('the auto-lock', () => {
  it('warns after nine minutes without activity and locks after ten', () => {
    vi.advanceTimersByTime(9 * MINUTE - 1);
    expect(warnings()).toEqual([]);
    vi.advanceTimersByTime(1);
    expect(warnings()).toEqual([60]);
    vi.advanceTimersByTime(MINUTE - 1);
    expect(register.vault.state).toBe('unlocked');
    vi.advanceTimersByTime(1);
    expect(register.vault.state).toBe('locked');
    expect(register.events.at(-1)).toEqual({ type: 'vault', state: 'locked' });
  });

  it('counts from zero again at each activity, and takes a warning back', async () => {
    vi.advanceTimersByTime(8 * MINUTE);
    await register.ok('vault.noteActivity', {});
    vi.advanceTimersByTime(9 * MINUTE - 1);
    expect(warnings()).toEqual([]);
    vi.advanceTimersByTime(MINUTE);
    expect(warnings()).toEqual([60]);
    await register.ok('vault.noteActivity', {});
    expect(warnings()).toEqual([60, null]);
    vi.advanceTimersByTime(10 * MINUTE - 1);
    expect(register.vault.state).toBe('unlocked');
    vi.advanceTimersByTime(1);
    expect(register.vault.state).toBe('locked');
  });

  it('is not delayed by reading and writing alone: only the renderer knows whether somebody is there', async () => {
    vi.advanceTimersByTime(9 * MINUTE);
    await register.ok('people.list', {});
    vi.advanceTimersByTime(MINUTE);
    expect(register.vault.state).toBe('locked');
  });

  it.each([3, 30])('follows a new setting of %i minutes at once', async (minutes) => {
    vi.advanceTimersByTime(2 * MINUTE);
    await revise(minutes);
    vi.advanceTimersByTime(minutes * MINUTE - 1);
    expect(register.vault.state).toBe('unlocked');
    vi.advanceTimersByTime(1);
    expect(register.vault.state).toBe('locked');
  });

  it('still has the setting after the register was shut and opened again', async () => {
    await revise(3);
    register.vault.lock();
    expect((await register.ok('vault.unlock', { passphrase: TEST_PASSPHRASE })).autoLockMinutes).toBe(3);
    vi.advanceTimersByTime(3 * MINUTE);
    expect(register.vault.state).toBe('locked');
  });

  it.each([2, 31, 0, -5, 3.5, Number.POSITIVE_INFINITY])('does not take %d minutes', async (minutes) => {
    expect(await register.refused('settings.revise', { autoLockMinutes: minutes })).toBe('invalid_input');
    vi.advanceTimersByTime(10 * MINUTE);
    expect(register.vault.state).toBe('locked');
  });

  it('counts no more once the register is locked, whatever the renderer says', async () => {
    register.vault.lock();
    register.events.length = 0;
    await register.ok('vault.noteActivity', {});
    vi.advanceTimersByTime(60 * MINUTE);
    expect(register.events).toEqual([]);
    expect(vi.getTimerCount()).toBe(0);
  });
});
