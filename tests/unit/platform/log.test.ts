// Main's log: where an error arose, never what it says.
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { appendTo, createLog } from '#main/platform/log.ts';

const CANARY = '秘密野カナリア';
const now = () => '2026-10-15T03:04:05.678Z';

function logged(error: unknown): string {
  const lines: string[] = [];
  createLog((text) => lines.push(text), now).incident('people.register', error);
  return lines.join('');
}

describe('the log of incidents', () => {
  it('numbers each incident by its moment and its turn', () => {
    const log = createLog(() => {}, now);
    expect([log.incident('a.b', new Error('x')), log.incident('a.b', new Error('x'))]).toEqual([
      '20261015-030405-1',
      '20261015-030405-2',
    ]);
  });

  it('keeps the kind, the code and the places of an error', () => {
    const entry = JSON.parse(logged(Object.assign(new TypeError('no'), { code: 'SQLITE_ERROR' })));
    expect(entry).toMatchObject({ operation: 'people.register', kind: 'TypeError', code: 'SQLITE_ERROR' });
    expect(entry.places[0]).toContain('log.test.ts');
    expect(entry.places.join(' ')).not.toContain('/');
  });

  it.each([
    ['in its message', () => new Error(`no such person: ${CANARY}`)],
    [
      'in a message of many lines that look like places',
      () => new Error(`x\n    at ${CANARY} (a.ts:1:1)\n  at ${CANARY}`),
    ],
    ['in its cause', () => new Error('x', { cause: new Error(CANARY) })],
    ['in its name', () => Object.assign(new Error('x'), { name: CANARY })],
    ['in its code', () => Object.assign(new Error('x'), { code: CANARY })],
    ['in a code that is no text', () => Object.assign(new Error('x'), { code: { toString: () => CANARY } })],
    ['in a property', () => Object.assign(new Error('x'), { person: { name: CANARY } })],
    [
      'in a message that was changed afterwards',
      () => Object.assign(new Error(`a\n    at ${CANARY}`), { message: 'b' }),
    ],
    ['in a text that was thrown', () => CANARY],
    ['in an object that was thrown', () => ({ name: CANARY, stack: CANARY })],
  ])('holds nothing of what an error carries %s', (_where, make) => {
    expect(logged(make())).not.toContain(CANARY);
  });

  it('would show the canary if it wrote the message: the control', () => {
    expect(JSON.stringify({ message: new Error(CANARY).message })).toContain(CANARY);
  });

  it('never fails the request that it tells of', () => {
    const full = createLog(() => {
      throw Object.assign(new Error('no space'), { code: 'ENOSPC' });
    }, now);
    expect(full.incident('a.b', new Error('x'))).toBe('20261015-030405-1');
  });

  it.runIf(process.platform !== 'win32')('is a file that only this user can read', () => {
    const folder = mkdtempSync(join(tmpdir(), 'mimamori-log-'));
    const path = join(folder, 'deeper', 'incidents.log');
    appendTo(path)('one\n');
    appendTo(path)('two\n');
    expect(readFileSync(path, 'utf8')).toBe('one\ntwo\n');
    expect(statSync(path).mode & 0o777).toBe(0o600);
    rmSync(folder, { recursive: true });
  });
});
