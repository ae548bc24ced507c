// Files by token through the router: no path crosses the border, no token outlives the lock, and nothing is started but what the app writes.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createFilesHandlers } from '#main/features/files/files.handlers.ts';
import type { TaskContext } from '#main/platform/contexts.ts';
import type { FileChooser } from '#main/platform/files/file-chooser.ts';
import { createPathTokens, type PathTokens } from '#main/platform/files/path-tokens.ts';
import { fileTokenSchema } from '#shared/model/ids.ts';
import { openTestRegister, TEST_PASSPHRASE, type TestRegister } from '#tests/support/test-register.ts';

describe('a token of a file', () => {
  let register: TestRegister;
  beforeEach(async () => {
    register = await openTestRegister();
  });
  afterEach(() => register.close());

  async function chooseLedger() {
    const path = join(register.outbox, '秘密の名簿.csv');
    writeFileSync(path, '氏名,フリガナ\n架空 ハナ,カクウ ハナ\n');
    register.dialogAnswers.push(path);
    const ledger = await register.ok('transfer.openLedger', {});
    return { ledger, path };
  }

  it('stands for a path that never crosses', async () => {
    const { ledger, path } = await chooseLedger();
    expect(ledger?.file).toMatch(/^[0-9a-f-]{36}$/u);
    expect(JSON.stringify([ledger, register.events, register.logged])).not.toContain(register.outbox);
    expect(path).toContain(register.outbox);
  });

  it('is forgotten when the register is locked', async () => {
    const { ledger } = await chooseLedger();
    const file = fileTokenSchema.parse(ledger?.file);
    await register.ok('files.reveal', { file });
    register.vault.lock();
    await register.ok('vault.unlock', { passphrase: TEST_PASSPHRASE });
    expect(await register.refused('files.reveal', { file })).toBe('file_token_expired');
    expect(await register.refused('files.open', { file })).toBe('file_token_expired');
  });

  it('cannot be guessed or be a path', async () => {
    const file = '00000000-0000-4000-8000-000000000000';
    expect(await register.refused('files.reveal', { file })).toBe('file_token_expired');
    for (const path of ['/etc/passwd', '../register.db', 'file:///etc/passwd', 'C:\\Windows\\System32\\cmd.exe']) {
      expect(await register.refused('files.open', { file: path })).toBe('invalid_input');
    }
  });
});

describe('opening a file', () => {
  let tokens: PathTokens;
  let opened: string[];
  let isBroken: boolean;
  beforeEach(() => {
    tokens = createPathTokens();
    opened = [];
    isBroken = false;
  });
  const note = (verb: string) => async (path: string) => {
    if (isBroken) {
      throw new Error(`no program for ${path}`);
    }
    opened.push(`${verb} ${path}`);
  };
  const unasked = async () => null;
  const handlers = () => {
    const chooser: FileChooser = {
      chooseToOpen: unasked,
      chooseToSave: unasked,
      chooseFolder: unasked,
      reveal: note('reveal'),
      open: note('open'),
    };
    return createFilesHandlers(chooser, tokens);
  };
  const NOTHING = {} as TaskContext;

  it.each(['packet.pdf', 'summary.XLSX', 'summary.csv'])('starts what the app writes: %s', async (name) => {
    await handlers().open(NOTHING, { file: tokens.issue(`/x/${name}`) });
    expect(opened).toEqual([`open /x/${name}`]);
  });

  it.each(['a.exe', 'a.csv.bat', 'a.html', 'a.desktop', 'a.lnk', 'a.pdf ', 'a', 'a.js', 'a.xlsm', 'a.csv\n.exe'])(
    'never starts anything else that somebody chose: %j',
    async (name) => {
      await expect(handlers().open(NOTHING, { file: tokens.issue(`/x/${name}`) })).rejects.toThrow('file_unreadable');
      expect(opened).toEqual([]);
      await handlers().reveal(NOTHING, { file: tokens.issue(`/x/${name}`) });
      expect(opened).toEqual([`reveal /x/${name}`]);
    },
  );

  it('says that it cannot be read when the system will not show it, without the path', async () => {
    isBroken = true;
    const file = tokens.issue('/x/packet.pdf');
    await expect(handlers().open(NOTHING, { file })).rejects.toThrow(/^file_unreadable$/u);
    await expect(handlers().reveal(NOTHING, { file })).rejects.toThrow(/^file_unreadable$/u);
  });
});
