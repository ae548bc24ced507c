// Hands every feature what its operations stand on. Wires, decides nothing.
import type { RegisterEvent } from '#shared/contract/events.ts';
import type { AllHandlers } from '#shared/contract/index.ts';
import type { SlotId } from '#shared/model/ids.ts';
import { createAuditHandlers } from './features/audit/audit.handlers.ts';
import { createBackupsHandlers } from './features/backups/backups.handlers.ts';
import { boardHandlers } from './features/board/board.handlers.ts';
import { closingsHandlers } from './features/closings/closings.handlers.ts';
import { codesHandlers } from './features/codes/codes.handlers.ts';
import { consultationsHandlers } from './features/consultations/consultations.handlers.ts';
import { createDisclosureHandlers } from './features/disclosure/disclosure.handlers.ts';
import { draftsHandlers } from './features/drafts/drafts.handlers.ts';
import { createFilesHandlers } from './features/files/files.handlers.ts';
import { handoutsHandlers } from './features/handouts/handouts.handlers.ts';
import { createLossHandlers } from './features/loss/loss.handlers.ts';
import { createMeetingsHandlers } from './features/meetings/meetings.handlers.ts';
import { peopleHandlers } from './features/people/people.handlers.ts';
import { packageRegisterOf } from './features/publications/package-register.ts';
import type { PublicationMemory } from './features/publications/publication-memory.ts';
import { createPublicationsHandlers } from './features/publications/publications.handlers.ts';
import { createRecoveryHandlers } from './features/recovery/recovery.handlers.ts';
import { createRetentionHandlers } from './features/retention/retention.handlers.ts';
import { settingsHandlers } from './features/settings/settings.handlers.ts';
import { supportersHandlers } from './features/supporters/supporters.handlers.ts';
import { createTransferHandlers } from './features/transfer/transfer.handlers.ts';
import type { RecoveryCode } from './features/vault/recovery-code.service.ts';
import { createVaultHandlers } from './features/vault/vault.handlers.ts';
import { visitsHandlers } from './features/visits/visits.handlers.ts';
import { createWardHandlers } from './features/ward/ward.handlers.ts';
import type { WardDesk } from './features/ward/ward-desk.ts';
import type { AuditHeadKeeper } from './platform/audit/audit-head.ts';
import { appendAudit } from './platform/audit/audit-trail.queries.ts';
import type { Backups } from './platform/backup/backups.ts';
import type { Contexts } from './platform/contexts.ts';
import { migrations } from './platform/database/migrations.ts';
import type { PathTokens } from './platform/files/path-tokens.ts';
import { randomSeed } from './platform/ids.ts';
import type { AutoLock } from './platform/vault/auto-lock.ts';
import { listReplaced } from './platform/vault/kept-registers.ts';
import type { Reauthentication } from './platform/vault/reauthentication.ts';
import type { RegisterFiles } from './platform/vault/register-files.ts';
import type { Safekeeping } from './platform/vault/safekeeping.ts';
import type { Vault } from './platform/vault/vault.ts';
import type { WrongTries } from './platform/vault/wrong-tries.ts';
import type { RegisterParts } from './register-parts.ts';
import type { OwedRows } from './rpc/owed-rows.ts';

/** What the vault leans on. */
export interface AroundVault {
  readonly files: RegisterFiles;
  readonly tries: WrongTries;
  readonly safekeeping: Safekeeping;
  readonly headKeeper: AuditHeadKeeper;
  readonly owed: OwedRows;
}

interface Core extends AroundVault {
  readonly vault: Vault;
  readonly reauthentication: Reauthentication;
  readonly recoveryCode: RecoveryCode;
  readonly publishing: PublicationMemory;
  readonly lastSlot: () => SlotId | null;
  readonly autoLock: AutoLock;
  readonly autoLockMinutes: () => number;
  readonly backups: Backups;
  readonly tokens: PathTokens;
  readonly wardDesk: WardDesk;
  readonly emit: (event: RegisterEvent) => void;
}

function createHandlersOfVault({ clock, appVersion, cost, newId }: RegisterParts, core: Core) {
  const { vault, headKeeper, safekeeping, recoveryCode, owed, emit } = core;
  return createVaultHandlers({
    ...core,
    cost,
    newId,
    appVersion,
    trailFinding: () => headKeeper.finding,
    onKeyChanged: () => {
      recoveryCode.forget();
      headKeeper.follow();
      emit({ type: 'changed', feature: 'vault' });
    },
    recordRemoval: (writer, { auditKey, coordinator: actor }, coordinator) =>
      appendAudit(writer, auditKey, {
        at: clock.now(),
        actor,
        operation: 'vault.removeCoordinator',
        subjectId: null,
        detail: { coordinator },
      }),
    owe: (at, detail) => {
      const { session } = vault;
      owed.owe(session, { at, actor: session.coordinator, operation: 'vault.unlock', subjectId: null, detail });
    },
    isExpected: () => vault.state === 'missing' && safekeeping.condition.now === 'vanished',
  });
}

export function createHandlers(parts: RegisterParts, core: Core) {
  const { chooser, printer } = parts;
  const { vault, tokens, headKeeper, safekeeping } = core;
  return {
    vault: createHandlersOfVault(parts, core),
    settings: settingsHandlers,
    codes: codesHandlers,
    supporters: supportersHandlers,
    people: peopleHandlers,
    visits: visitsHandlers,
    consultations: consultationsHandlers,
    drafts: draftsHandlers,
    board: boardHandlers,
    closings: closingsHandlers,
    meetings: createMeetingsHandlers({ chooser, printer, tokens }),
    publications: createPublicationsHandlers({
      ...core,
      ...parts,
      ...core.publishing,
      newSeed: randomSeed,
      packageRegister: () => packageRegisterOf(core.vault.source.readSlots().registerId),
    }),
    transfer: createTransferHandlers({
      chooser,
      tokens,
      beforeImport: () => safekeeping.beforeImport(vault.source),
    }),
    files: createFilesHandlers(chooser, tokens),
    handouts: handoutsHandlers,
    audit: createAuditHandlers({ chooser, tokens, headKeeper, auditKey: () => vault.session.auditKey }),
    retention: createRetentionHandlers({
      ...{ ...core, ...parts, now: parts.clock.now },
      countKeptAside: () => listReplaced(parts.folder).length,
    }),
    disclosure: createDisclosureHandlers({ chooser, printer, tokens, newId: parts.newId }),
    ward: createWardHandlers({ chooser, tokens, desk: core.wardDesk }),
    loss: createLossHandlers({ ...core, ...parts, readSlots: () => vault.source.readSlots() }),
    ...createReturnHandlers(parts, core),
  } satisfies AllHandlers<Contexts>;
}

/** The ways back to a register: from a backup, and from what is left of a damaged one. */
function createReturnHandlers(parts: RegisterParts, core: Core) {
  const { clock, chooser } = parts;
  const { vault, files, tries, backups, tokens, headKeeper, safekeeping, emit } = core;
  const onReplaced = () => {
    headKeeper.acceptAny();
    safekeeping.condition.clear();
    emit({ type: 'recovery' });
  };
  return {
    backups: createBackupsHandlers({
      vault,
      files,
      tries,
      backups,
      migrations,
      chooser,
      tokens,
      onReplaced,
      recordRestore: (writer, auditKey, actor, madeAt) =>
        appendAudit(writer, auditKey, {
          at: clock.now(),
          actor,
          operation: 'backups.restore',
          subjectId: null,
          detail: { madeAt },
        }),
    }),
    recovery: createRecoveryHandlers({
      ...core,
      ...safekeeping,
      isStillOwing: () => core.owed.tryToPay(vault.session),
      folder: parts.folder,
      backupFolder: parts.backupFolder,
      places: parts.places,
      chooser,
      schemaVersion: migrations.length,
      onChanged: () => {
        emit({ type: 'vault', state: 'locked' });
        onReplaced();
      },
    }),
  };
}
