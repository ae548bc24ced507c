// Assembles a whole register without Electron: vault, features, router. The composition root and the tests both stand on it.

import type { RegisterEvent } from '#shared/contract/events.ts';
import { contract, type RegisterContract } from '#shared/contract/index.ts';
import type { SlotId } from '#shared/model/ids.ts';
import { furnishCodes } from './features/codes/codes.service.ts';
import { createPublicationMemory } from './features/publications/publication-memory.ts';
import { createPublishedHead } from './features/publications/published-head.ts';
import { finishErasure } from './features/retention/erasure.ts';
import { readSettings } from './features/settings/settings.service.ts';
import { createRecoveryCode } from './features/vault/recovery-code.service.ts';
import { WardDesk } from './features/ward/ward-desk.ts';
import { createAuditHeadKeeper } from './platform/audit/audit-head.ts';
import { appendAudit } from './platform/audit/audit-trail.queries.ts';
import { createBackups } from './platform/backup/backups.ts';
import { migrations } from './platform/database/migrations.ts';
import { createPathTokens, type PathTokens } from './platform/files/path-tokens.ts';
import { type AutoLock, createAutoLock } from './platform/vault/auto-lock.ts';
import { createReauthentication, type Reauthentication } from './platform/vault/reauthentication.ts';
import { createRegisterFiles } from './platform/vault/register-files.ts';
import { createSafekeeping } from './platform/vault/safekeeping.ts';
import { Vault } from './platform/vault/vault.ts';
import { createWrongTries } from './platform/vault/wrong-tries.ts';
import { type AroundVault, createHandlers } from './register-handlers.ts';
import type { RegisterParts } from './register-parts.ts';
import { createOwedRows } from './rpc/owed-rows.ts';
import { createRouter, type Router } from './rpc/router.ts';

/** Minutes to auto-lock before anybody set them. */
const STANDARD_AUTO_LOCK_MINUTES = 10;

export interface Register {
  readonly router: Router;
  readonly vault: Vault;
  readonly autoLock: AutoLock;
  readonly reauthentication: Reauthentication;
}

/** What lies open only as long as the register does: files that were chosen, a prepared summary, the ward's packages. */
interface Desks {
  readonly tokens: PathTokens;
  readonly wardDesk: WardDesk;
  readonly publishing: ReturnType<typeof createPublicationMemory>;
}

function clear({ tokens, wardDesk, publishing }: Desks): void {
  tokens.forgetAll();
  wardDesk.clear();
  publishing.forget();
}

export function createRegister(parts: RegisterParts): Register {
  const { clock, newId, log } = parts;
  const files = createRegisterFiles(parts.folder);
  const backups = createBackups({ ...parts, folder: parts.backupFolder, now: clock.now });
  const tries = createWrongTries(files.wrongTries, clock.now);
  const publishing = createPublicationMemory(createHead(parts, () => vault));
  const desks = { tokens: createPathTokens(), wardDesk: new WardDesk(newId), publishing };
  const safekeeping = createSafekeeping({ ...parts, files, backups, now: clock.now });
  const countdown = createCountdown(parts, () => vault);
  const { autoLock, emit } = countdown;
  const headKeeper = createAuditHeadKeeper(
    parts.folder,
    () => (vault.state === 'unlocked' ? vault.session.reader : null),
    log,
  );
  const owed = createOwedRows();
  const around = { files, tries, safekeeping, headKeeper, owed };
  let lastSlot: SlotId | null = null;
  const vault = createVault(parts, around, (state) => {
    if (state === 'unlocked') {
      lastSlot = vault.session.slot;
      finishErasure({ vault, now: clock.now, log });
      publishing.publishedHead.note(vault.session.reader);
      autoLock.start(countdown.autoLockMinutes());
    } else {
      autoLock.stop();
      recoveryCode.forget();
      clear(desks);
    }
    emit({ type: 'vault', state });
  });
  const recoveryCode = createRecoveryCode({ vault, printer: parts.printer, newId });
  const reauthentication = createReauthentication();
  const own = { backups, ...desks, vault, recoveryCode, reauthentication, lastSlot: () => lastSlot };
  const router = createRouter({
    contract: contract satisfies RegisterContract,
    handlers: createHandlers(parts, { ...around, ...countdown, ...own }),
    vault,
    reauthentication,
    clock,
    newId,
    log,
    emit,
    onCommit: headKeeper.follow,
    owed,
    onRefused: (operation, code) => safekeeping.noteRefusal(vault, operation, code) && emit({ type: 'recovery' }),
  });
  return { router, vault, autoLock, reauthentication };
}

/** What is remembered of publications: beside the register, and once more outside of its folder, which may be put aside or copied back. */
const createHead = ({ folder, configFolder }: RegisterParts, vaultOf: () => Vault) =>
  createPublishedHead([folder, configFolder], () => {
    const { session, source } = vaultOf();
    return { registerId: source.readSlots().registerId, key: session.publicationsKey };
  });

/** The countdown to the lock, and the events of the register, which set it anew when the minutes were changed. */
function createCountdown(parts: RegisterParts, vaultOf: () => Vault) {
  const autoLock = createAutoLock({
    warn: (seconds) => parts.emit({ type: 'auto_lock_warning', seconds }),
    lock: () => vaultOf().lock(),
  });
  const autoLockMinutes = () => {
    const vault = vaultOf();
    return vault.state === 'unlocked' ? readSettings(vault.session.reader).autoLockMinutes : STANDARD_AUTO_LOCK_MINUTES;
  };
  const emit = (event: RegisterEvent) => {
    if (event.type === 'changed' && event.feature === 'settings') {
      autoLock.start(autoLockMinutes());
    }
    parts.emit(event);
  };
  return { autoLock, autoLockMinutes, emit };
}

function createVault(
  { clock, newId, cost }: RegisterParts,
  { files, tries, safekeeping, headKeeper, owed }: AroundVault,
  onChange: (state: 'locked' | 'unlocked') => void,
): Vault {
  const vault = new Vault({
    files,
    cost,
    tries,
    migrations,
    now: clock.now,
    newId,
    furnish: (writer, actor, auditKey) => {
      furnishCodes(writer);
      appendAudit(writer, auditKey, { at: clock.now(), actor, operation: 'vault.create', subjectId: null, detail: {} });
    },
    onLocking: (session) => {
      owed.tryToPay(session);
      headKeeper.settle(session.reader);
    },
    beforeClose: safekeeping.beforeClose,
    beforeMigration: safekeeping.beforeMigration,
    onChange: (state) => {
      if (state === 'unlocked') {
        safekeeping.noteOpened(vault.source);
        headKeeper.compare(vault.session.reader);
      }
      onChange(state);
    },
  });
  return vault;
}
