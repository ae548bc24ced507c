// A real register in a temporary folder: encrypted file, all features, the router. Only the dialogs and the printer are scripted.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FileChooser } from '#main/platform/files/file-chooser.ts';
import { randomId } from '#main/platform/ids.ts';
import { createLog } from '#main/platform/log.ts';
import type { Place } from '#main/platform/vault/usual-places.ts';
import { createRegister, type Register } from '#main/register.ts';
import type { Envelope, ErrorCode } from '#shared/contract/errors.ts';
import type { RegisterEvent } from '#shared/contract/events.ts';
import { contract, type OperationName, type OperationOf } from '#shared/contract/index.ts';
import type { Contract, InputOf, OutputOf } from '#shared/contract/operation.ts';
import { asCalendarDate, type CalendarDate } from '#shared/model/calendar-date.ts';

export const TEST_PASSPHRASE = 'kawa-hashi-sakura-7';

/** The least that a slot may cost; the real cost is checked where it matters. */
const CHEAPEST_COST = { memoryKib: 65_536, iterations: 1, parallelism: 1 };

export interface TestRegister extends Register {
  /** Folder with the register's files. */
  readonly folder: string;
  readonly backupFolder: string;
  /** Where the app remembers that there is a register. */
  readonly configFolder: string;
  /** Folder for files that the test chooses in dialogs. */
  readonly outbox: string;
  readonly events: RegisterEvent[];
  /** What main's log holds. */
  readonly logged: string[];
  /** Answers of the next dialogs, in order; `null` closes one. */
  readonly dialogAnswers: (string | null)[];
  readonly printedRoutes: string[];
  setToday(date: string): void;
  /** What the clock says, ISO 8601 UTC. */
  now(): string;
  /** Lets time go by on the same day. */
  passSeconds(seconds: number): void;
  /** Gives the passphrase again for one operation, as whoever is logged in. */
  confirm(operation: OperationName): Promise<void>;
  /** Calls an operation and expects it to succeed; gives the passphrase again where the operation asks for it. */
  ok<Name extends OperationName>(name: Name, input: InputOf<OperationOf<Name>>): Promise<OutputOf<OperationOf<Name>>>;
  /**
   * Calls an operation and expects a refusal; answers its code. Like `ok`, it confirms who is there where the
   * operation asks for it; use `router.call` to see what becomes of it without.
   */
  refused(name: OperationName, input: unknown): Promise<ErrorCode>;
  close(): void;
}

export interface TestRegisterOptions {
  readonly today?: string;
  /** Leaves the register uncreated. */
  readonly isEmpty?: boolean;
  /** A folder of an earlier test register, to open it again. */
  readonly folder?: string;
  /** Where its backups go; a folder of their own when none is said. */
  readonly backupFolder?: string;
  /** Where the app remembers that there is a register; a folder of its own when none is said. */
  readonly configFolder?: string;
  /** The usual places that are searched. */
  readonly places?: readonly Place[];
  readonly printToPdf?: (route: string) => Promise<Uint8Array>;
  /** The printer's dialog; printed when none is said. */
  readonly print?: (route: string) => Promise<boolean>;
  /** How long making a publication safe may take, and where the file of its thread is. */
  readonly protectOptions?: { readonly timeoutMs?: number; readonly workerFile?: URL };
  /** Told of each event when it happens. */
  readonly onEvent?: (event: RegisterEvent) => void;
}

/** The passphrase of whoever is logged in, after an operation that says it. */
function passphraseAfter(name: OperationName, input: unknown): string | null {
  switch (name) {
    case 'vault.create':
    case 'vault.unlock':
    case 'vault.recover':
      return (input as { readonly passphrase: string }).passphrase;
    case 'vault.changePassphrase':
      return (input as { readonly next: string }).next;
    default:
      return null;
  }
}

function asksWhoIsThere(name: OperationName): boolean {
  const [feature = '', operation = ''] = name.split('.');
  return (contract as Contract)[feature]?.[operation]?.needsReauthentication ?? false;
}

/** Makes a register and unlocks it, unless told otherwise. Remember to `close()`. */
export async function openTestRegister(options: TestRegisterOptions = {}): Promise<TestRegister> {
  const root = mkdtempSync(join(tmpdir(), 'mimamori-test-'));
  const folder = options.folder ?? join(root, 'register');
  const configFolder = options.configFolder ?? mkdtempSync(join(tmpdir(), 'mimamori-config-'));
  const backupFolder = options.backupFolder ?? join(root, 'backups');
  let day: CalendarDate = asCalendarDate(options.today ?? '2026-10-15');
  const events: RegisterEvent[] = [];
  const logged: string[] = [];
  const dialogAnswers: (string | null)[] = [];
  const printedRoutes: string[] = [];
  const answer = async () => dialogAnswers.shift() ?? null;
  const chooser: FileChooser = {
    chooseToOpen: answer,
    chooseToSave: answer,
    chooseFolder: answer,
    reveal: async () => {},
    open: async () => {},
  };
  let seconds = 0;
  const now = () => new Date(Date.parse(`${day}T03:00:00.000Z`) + seconds * 1000).toISOString();
  const register = createRegister({
    folder,
    backupFolder,
    configFolder,
    places: () => options.places ?? [],
    clock: { today: () => day, now },
    newId: randomId,
    cost: CHEAPEST_COST,
    chooser,
    printer: {
      printToPdf: async (route) => {
        printedRoutes.push(route);
        return options.printToPdf ? options.printToPdf(route) : new TextEncoder().encode('%PDF-1.7 test');
      },
      print: async (route) => {
        printedRoutes.push(route);
        return options.print ? options.print(route) : true;
      },
    },
    log: createLog((text) => logged.push(text), now),
    emit: (event) => {
      events.push(event);
      options.onEvent?.(event);
    },
    appVersion: '0.0.0-test',
    ...(options.protectOptions === undefined ? {} : { protectOptions: options.protectOptions }),
  });
  let passphrase = TEST_PASSPHRASE;
  const call = (name: string, input: unknown) => register.router.call(name, input);
  const isAsked = (name: OperationName) => asksWhoIsThere(name) && register.vault.state === 'unlocked';
  const test: TestRegister = {
    ...register,
    folder,
    backupFolder,
    configFolder,
    outbox: root,
    events,
    logged,
    dialogAnswers,
    printedRoutes,
    now,
    setToday: (date) => {
      day = asCalendarDate(date);
    },
    passSeconds: (passed) => {
      seconds += passed;
    },
    confirm: async (operation) => {
      await test.ok('vault.reauthenticate', { operation, passphrase });
    },
    ok: async (name, input) => {
      // Without the question the operation begins at once: some tests lock the register right behind it.
      if (isAsked(name)) {
        await test.confirm(name);
      }
      const envelope = (await call(name, input)) as Envelope<never>;

      if (!envelope.ok) {
        throw new Error(`${name} refused: ${JSON.stringify(envelope.error)} ${logged.join('')}`);
      }
      passphrase = passphraseAfter(name, input) ?? passphrase;
      return envelope.value;
    },
    refused: async (name, input) => {
      // Without the question the operation begins at once: some tests lock the register right behind it.
      if (isAsked(name)) {
        await test.confirm(name);
      }
      const envelope = await call(name, input);
      if (envelope.ok) {
        throw new Error(`${name} was expected to refuse`);
      }
      return envelope.error.code;
    },
    close: () => {
      register.vault.lock();
      rmSync(root, { recursive: true, force: true });
      rmSync(configFolder, { recursive: true, force: true });
    },
  };
  if (!options.isEmpty && !options.folder) {
    await test.ok('vault.create', { passphrase: TEST_PASSPHRASE, coordinator: '見本 花子' });
  }
  return test;
}
