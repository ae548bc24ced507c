// What a compromised renderer could send: every operation, every way of spoiling its input, names that are not operations, and anything at
// all. Each is refused as such, nothing is written, nothing is thrown, and nothing leaks into the log.
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildPerson } from '#tests/support/builders.ts';
import { malformedInputs, OPERATIONS, validInput } from '#tests/support/malformed-inputs.ts';
import { databasePath, slotsPath } from '#tests/support/raw-register.ts';
import { openTestRegister, type TestRegister } from '#tests/support/test-register.ts';
import { sendMalformed, sendToCarelessRouter } from '#tests/torture/malformed-calls.ts';

let register: TestRegister;
let before: readonly Buffer[];
const filesOnDisk = () => [databasePath(register.folder), slotsPath(register.folder)].map((path) => readFileSync(path));

beforeAll(async () => {
  register = await openTestRegister();
  await register.ok('people.register', { person: buildPerson(), consent: null });
  before = filesOnDisk();
});
afterAll(() => register.close());

const codeOf = async (name: unknown, input: unknown) => {
  const envelope = await register.router.call(name as string, input);
  return envelope.ok ? 'ok' : envelope.error.code;
};

function expectNothingHappened(): void {
  expect(filesOnDisk().map((bytes, index) => before[index]?.equals(bytes))).toEqual([true, true]);
  expect(register.vault.state).toBe('unlocked');
  expect(register.logged).toEqual([]);
}

describe('a malformed input', () => {
  it.each(OPERATIONS.map((operation) => [operation.name, operation] as const))(
    'is refused by %s, and nothing is written',
    async (name, operation) => {
      const spoiled = malformedInputs(operation);
      expect(spoiled.length).toBeGreaterThan(10);
      for (const [what, input] of spoiled) {
        expect(await codeOf(name, input), `${name}: ${what}`).toBe('invalid_input');
      }
      expectNothingHappened();
    },
  );

  it('is made from inputs that are valid: the control', () => {
    expect(OPERATIONS.length).toBeGreaterThan(45);
    for (const operation of OPERATIONS) {
      expect(operation.input.safeParse(validInput(operation)).success, operation.name).toBe(true);
    }
  });

  it('is refused whatever is generated (60 for each operation)', async () => {
    const found = await sendMalformed(register.router, OPERATIONS, 60);
    expect(found).toEqual({ operations: OPERATIONS.length, calls: OPERATIONS.length * 60, accepted: 0, crashes: 0 });
    expectNothingHappened();
  });

  it('is taken, and breaks things, where nobody looks at it: the control', async () => {
    const found = await sendToCarelessRouter(100);
    expect(found.accepted).toBeGreaterThan(0);
    expect(found.crashes).toBeGreaterThan(0);
  });

  it('is named by its field, and the answer holds nothing of what was sent', async () => {
    const answer = await register.router.call('people.register', {
      person: { ...buildPerson(), name: '', birthOn: '秘密の日', sex: '秘密/コード', phone: '1'.repeat(41) },
      consent: null,
    });
    expect(answer).toEqual({
      ok: false,
      error: {
        code: 'invalid_input',
        fields: {
          'person.name': 'required',
          'person.birthOn': 'unreadable',
          'person.sex': 'unreadable',
          'person.phone': 'too_long',
        },
      },
    });
  });
});

describe('a name that is no operation', () => {
  it.each([
    '',
    '.',
    '..',
    'people',
    'people.',
    '.list',
    'people.list.',
    'people.list.x',
    'people.List',
    ' people.list',
    'people.list ',
    'people.toString',
    'people.constructor',
    'people.__proto__',
    'people.hasOwnProperty',
    '__proto__.list',
    '__proto__.__proto__',
    'constructor.constructor',
    'constructor.assign',
    'prototype.list',
    'toString.call',
    'hasOwnProperty.call',
    'people\u0000.list',
    'ｐｅｏｐｌｅ.list',
    'x'.repeat(1_000_000),
  ])('is refused: %j', async (name) => {
    expect(await codeOf(name, {})).toBe('unknown_operation');
  });

  it('is refused when it is no text at all', async () => {
    const names = [
      undefined,
      null,
      0,
      {},
      [],
      ['people', 'list'],
      Symbol('people.list'),
      { split: () => ['people', 'list'] },
    ];
    for (const name of names) {
      expect(await codeOf(name, {})).toBe('unknown_operation');
    }
  });

  it('is refused whatever it is', async () => {
    const known = new Set(OPERATIONS.map(({ name }) => name));
    await fc.assert(
      fc.asyncProperty(fc.oneof(fc.string(), fc.anything()), async (name) => {
        fc.pre(!known.has(name as string));
        expect(await codeOf(name, {})).toBe('unknown_operation');
      }),
      { numRuns: 500 },
    );
    expectNothingHappened();
  });
});

describe('a locked register', () => {
  it('refuses every operation but those of the vault and of the return to a backup, well-formed or not, and writes nothing', async () => {
    const locked = await openTestRegister();
    locked.vault.lock();
    const files = () => readFileSync(databasePath(locked.folder));
    const bytes = files();
    const open = OPERATIONS.filter(({ whileLocked }) => whileLocked).map(({ name }) => name);
    expect(open.sort()).toEqual([
      'backups.chooseFile',
      'backups.inspect',
      'backups.list',
      'backups.restore',
      'recovery.beginAnew',
      'recovery.bringBack',
      'recovery.disk',
      'recovery.saveCopy',
      'recovery.status',
      'vault.create',
      'vault.lock',
      'vault.noteActivity',
      'vault.recover',
      'vault.status',
      'vault.unlock',
    ]);
    for (const operation of OPERATIONS.filter(({ whileLocked }) => !whileLocked)) {
      for (const input of [validInput(operation), {}, null, { __proto__: null }]) {
        const answer = await locked.router.call(operation.name, input);
        expect(answer, operation.name).toEqual({ ok: false, error: { code: 'locked' } });
      }
    }
    expect(files().equals(bytes)).toBe(true);
    locked.close();
  });

  it('refuses the same before there is any register', async () => {
    const empty = await openTestRegister({ isEmpty: true });
    for (const operation of OPERATIONS.filter(({ whileLocked }) => !whileLocked)) {
      expect(await empty.refused(operation.name as never, validInput(operation)), operation.name).toBe('locked');
    }
    empty.close();
  });
});
