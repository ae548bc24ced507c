// Assembles a whole register without Electron: vault, features, router. The composition root and the tests both stand on it.

import type { RegisterEvent } from '#shared/contract/events.ts';
import { type AllHandlers, contract, type RegisterContract } from '#shared/contract/index.ts';
import { boardHandlers } from './features/board/board.handlers.ts';
import { codesHandlers } from './features/codes/codes.handlers.ts';
import { furnishCodes } from './features/codes/codes.service.ts';
import { consultationsHandlers } from './features/consultations/consultations.handlers.ts';
import { draftsHandlers } from './features/drafts/drafts.handlers.ts';
import { createFilesHandlers } from './features/files/files.handlers.ts';
import { createMeetingsHandlers } from './features/meetings/meetings.handlers.ts';
import { peopleHandlers } from './features/people/people.handlers.ts';
import { createReportsHandlers } from './features/reports/reports.handlers.ts';
import { settingsHandlers } from './features/settings/settings.handlers.ts';
import { readSettings } from './features/settings/settings.service.ts';
import { supportersHandlers } from './features/supporters/supporters.handlers.ts';
import { createTransferHandlers } from './features/transfer/transfer.handlers.ts';
import { createVaultHandlers } from './features/vault/vault.handlers.ts';
import { visitsHandlers } from './features/visits/visits.handlers.ts';
import { appendAudit } from './platform/audit/audit-trail.queries.ts';
import type { Clock } from './platform/clock.ts';
import type { Contexts } from './platform/contexts.ts';
import { migrations } from './platform/database/migrations.ts';
import type { FileChooser } from './platform/files/file-chooser.ts';
import type { PaperPrinter } from './platform/files/paper-printer.ts';
import { createPathTokens } from './platform/files/path-tokens.ts';
import type { NewId } from './platform/ids.ts';
import type { Log } from './platform/log.ts';
import { type AutoLock, createAutoLock } from './platform/vault/auto-lock.ts';
import type { KeyDerivationCost } from './platform/vault/key-slots.ts';
import { createRegisterFiles } from './platform/vault/register-files.ts';
import { Vault } from './platform/vault/vault.ts';
import { createRouter, type Router } from './rpc/router.ts';

/** Minutes to auto-lock before anybody set them. */
const STANDARD_AUTO_LOCK_MINUTES = 10;

export interface RegisterParts {
  /** Folder that holds the register's files. */
  readonly folder: string;
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
  const { folder, clock, newId, cost, chooser, printer, log, appVersion } = parts;
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
  const vault = new Vault({
    files: createRegisterFiles(folder),
    cost,
    migrations,
    now: clock.now,
    newId,
    furnish: (writer, actor) => {
      furnishCodes(writer);
      appendAudit(writer, { at: clock.now(), actor, operation: 'vault.create', subjectId: null, detail: {} });
    },
    onChange: (state) => {
      if (state === 'unlocked') {
        autoLock.start(autoLockMinutes());
      } else {
        autoLock.stop();
        tokens.forgetAll();
      }
      emit({ type: 'vault', state });
    },
  });
  const handlers = {
    vault: createVaultHandlers({ vault, autoLock, autoLockMinutes, appVersion }),
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
    transfer: createTransferHandlers({ chooser, tokens }),
    files: createFilesHandlers(chooser, tokens),
  } satisfies AllHandlers<Contexts>;
  const router = createRouter({
    contract: contract satisfies RegisterContract,
    handlers,
    vault,
    clock,
    newId,
    log,
    emit,
  });
  return { router, vault, autoLock };
}
