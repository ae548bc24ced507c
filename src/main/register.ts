// Assembles a whole register without Electron: vault, features, router. The composition root and the tests both stand on it.

import type { RegisterEvent } from '#shared/contract/events.ts';
import { type AllHandlers, contract, type RegisterContract } from '#shared/contract/index.ts';
import { createAuditHandlers } from './features/audit/audit.handlers.ts';
import { createBackupsHandlers } from './features/backups/backups.handlers.ts';
import { boardHandlers } from './features/board/board.handlers.ts';
import { codesHandlers } from './features/codes/codes.handlers.ts';
import { furnishCodes } from './features/codes/codes.service.ts';
import { consultationsHandlers } from './features/consultations/consultations.handlers.ts';
import { draftsHandlers } from './features/drafts/drafts.handlers.ts';
import { createFilesHandlers } from './features/files/files.handlers.ts';
import { createMeetingsHandlers } from './features/meetings/meetings.handlers.ts';
import { peopleHandlers } from './features/people/people.handlers.ts';
import { createReportsHandlers } from './features/reports/reports.handlers.ts';
import { finishErasure } from './features/retention/erasure.ts';
import { createRetentionHandlers } from './features/retention/retention.handlers.ts';
import { settingsHandlers } from './features/settings/settings.handlers.ts';
import { readSettings } from './features/settings/settings.service.ts';
import { supportersHandlers } from './features/supporters/supporters.handlers.ts';
import { createTransferHandlers } from './features/transfer/transfer.handlers.ts';
import { createVaultHandlers } from './features/vault/vault.handlers.ts';
import { visitsHandlers } from './features/visits/visits.handlers.ts';
import { type AuditHeadKeeper, createAuditHeadKeeper } from './platform/audit/audit-head.ts';
import { appendAudit } from './platform/audit/audit-trail.queries.ts';
import { type Backups, createBackups } from './platform/backup/backups.ts';
import type { Clock } from './platform/clock.ts';
import type { Contexts } from './platform/contexts.ts';
import { migrations } from './platform/database/migrations.ts';
import type { FileChooser } from './platform/files/file-chooser.ts';
import type { PaperPrinter } from './platform/files/paper-printer.ts';
import { createPathTokens, type PathTokens } from './platform/files/path-tokens.ts';
import type { NewId } from './platform/ids.ts';
import type { Log } from './platform/log.ts';
import { type AutoLock, createAutoLock } from './platform/vault/auto-lock.ts';
import { countKeptAside } from './platform/vault/kept-aside.ts';
import type { KeyDerivationCost } from './platform/vault/key-slots.ts';
import { createRegisterFiles, type RegisterFiles } from './platform/vault/register-files.ts';
import { Vault } from './platform/vault/vault.ts';
import { createRouter, type Router } from './rpc/router.ts';

/** Minutes to auto-lock before anybody set them. */
const STANDARD_AUTO_LOCK_MINUTES = 10;

export interface RegisterParts {
  /** Folder that holds the register's files. */
  readonly folder: string;
  /** Folder for its backups; not inside the register's own. */
  readonly backupFolder: string;
  readonly clock: Clock;
  readonly newId: NewId;
  readonly cost: KeyDerivationCost;
  readonly chooser: FileChooser;
  readonly printer: PaperPrinter;
  readonly log: Log;
  readonly emit: (event: RegisterEvent) => void;
  readonly appVersion: string;
}

export interface Register {
  readonly router: Router;
  readonly vault: Vault;
  readonly autoLock: AutoLock;
}

export function createRegister(parts: RegisterParts): Register {
  const { clock, newId, cost, log, appVersion } = parts;
  const files = createRegisterFiles(parts.folder);
  const backups = createBackups({ folder: parts.backupFolder, now: clock.now, appVersion, log });
  const tokens = createPathTokens();
  const autoLock = createAutoLock({
    warn: (seconds) => emit({ type: 'auto_lock_warning', seconds }),
    lock: () => vault.lock(),
  });
  const emit = (event: RegisterEvent) => {
    if (event.type === 'changed' && event.feature === 'settings') {
      autoLock.start(autoLockMinutes());
    }
    parts.emit(event);
  };
  const autoLockMinutes = () =>
    vault.state === 'unlocked' ? readSettings(vault.session.reader).autoLockMinutes : STANDARD_AUTO_LOCK_MINUTES;
  const headKeeper = createAuditHeadKeeper(
    parts.folder,
    () => (vault.state === 'unlocked' ? vault.session.reader : null),
    log,
  );
  const vault = new Vault({
    files,
    cost,
    migrations,
    now: clock.now,
    newId,
    furnish: (writer, actor, auditKey) => {
      furnishCodes(writer);
      appendAudit(writer, auditKey, { at: clock.now(), actor, operation: 'vault.create', subjectId: null, detail: {} });
    },
    onLocking: ({ reader }) => headKeeper.settle(reader),
    beforeClose: (source) => backups.tryToKeep(source, 'on_close'),
    beforeMigration: (source) => backups.keep(source, 'before_migration'),
    onChange: (state) => {
      if (state === 'unlocked') {
        headKeeper.compare(vault.session.reader);
        finishErasure({ vault, now: clock.now, log });
        autoLock.start(autoLockMinutes());
      } else {
        autoLock.stop();
        tokens.forgetAll();
      }
      emit({ type: 'vault', state });
    },
  });
  const handlers = createHandlers(parts, { vault, autoLock, autoLockMinutes, files, backups, tokens, headKeeper });
  const router = createRouter({
    contract: contract satisfies RegisterContract,
    handlers,
    vault,
    clock,
    newId,
    log,
    emit,
    onCommit: headKeeper.follow,
  });
  return { router, vault, autoLock };
}

interface Core {
  readonly vault: Vault;
  readonly autoLock: AutoLock;
  readonly autoLockMinutes: () => number;
  readonly files: RegisterFiles;
  readonly backups: Backups;
  readonly tokens: PathTokens;
  readonly headKeeper: AuditHeadKeeper;
}

function createHandlers(parts: RegisterParts, core: Core) {
  const { clock, chooser, printer, appVersion } = parts;
  const { vault, autoLock, autoLockMinutes, files, backups, tokens, headKeeper } = core;
  return {
    vault: createVaultHandlers({
      vault,
      autoLock,
      autoLockMinutes,
      appVersion,
      trailFinding: () => headKeeper.finding,
    }),
    settings: settingsHandlers,
    codes: codesHandlers,
    supporters: supportersHandlers,
    people: peopleHandlers,
    visits: visitsHandlers,
    consultations: consultationsHandlers,
    drafts: draftsHandlers,
    board: boardHandlers,
    meetings: createMeetingsHandlers({ chooser, printer, tokens }),
    reports: createReportsHandlers({ chooser, printer, tokens }),
    transfer: createTransferHandlers({
      chooser,
      tokens,
      beforeImport: () => backups.keep(vault.source, 'before_import'),
    }),
    retention: createRetentionHandlers({
      ...{ vault, backups, chooser, printer, tokens, log: parts.log, now: clock.now },
      countKeptAside: () => countKeptAside(parts.folder),
    }),
    files: createFilesHandlers(chooser, tokens),
    audit: createAuditHandlers({ chooser, tokens, headKeeper, auditKey: () => vault.session.auditKey }),
    backups: createBackupsHandlers({
      vault,
      files,
      backups,
      migrations,
      chooser,
      tokens,
      onReplaced: headKeeper.acceptAny,
      recordRestore: (writer, auditKey, actor, madeAt) =>
        appendAudit(writer, auditKey, {
          at: clock.now(),
          actor,
          operation: 'backups.restore',
          subjectId: null,
          detail: { madeAt },
        }),
    }),
  } satisfies AllHandlers<Contexts>;
}
