// Erases people without residue: shows what goes, deletes it all in one transaction, writes the file anew, makes a backup without them.
// Never goes by anything but what was shown and confirmed.
import { createHash } from 'node:crypto';
import { backupsGoneBy } from '#main/platform/backup/backup-expiry.ts';
import type { Backups } from '#main/platform/backup/backups.ts';
import { lastOutsideCopyAt } from '#main/platform/backup/register-facts.queries.ts';
import { localDayOf } from '#main/platform/clock.ts';
import type { CommandContext, QueryContext, TaskContext } from '#main/platform/contexts.ts';
import type { Reader, Writer } from '#main/platform/database/reader-writer.ts';
import { clearResidue } from '#main/platform/database/residue.ts';
import type { Log } from '#main/platform/log.ts';
import { Refusal } from '#main/platform/refusal.ts';
import type { Vault } from '#main/platform/vault/vault.ts';
import type { DisposalCounts, ErasurePreview, retentionContract } from '#shared/contract/retention.contract.ts';
import type { CalendarDate } from '#shared/model/calendar-date.ts';
import type { PersonId } from '#shared/model/ids.ts';
import type { DisposalBasis } from '#shared/model/retention.ts';
import { listConsultationIdsOf, purgeConsultationsOf } from '../consultations/consultations-erasure.queries.ts';
import { countDraftsAbout, purgeDraftsAbout } from '../drafts/drafts-erasure.queries.ts';
import { countConsentsOf, countContactsOf, purgePersonRows } from '../people/people-erasure.queries.ts';
import { countVisitsOf, purgeVisitsOf } from '../visits/visits-erasure.queries.ts';
import { findMentions, type NamedPerson, replaceMentions } from './mentions.ts';
import {
  deleteHold,
  findPersonAndHold,
  hasResidue,
  highestCertificateNumber,
  insertDisposal,
  markResidueCleared,
} from './retention.queries.ts';
import { readEndedPerson } from './retention.service.ts';

export interface ErasureParts {
  readonly vault: Vault;
  readonly backups: Backups;
  /** Registers that a return to a backup kept aside. */
  readonly countKeptAside: () => number;
  readonly now: () => string;
  readonly log: Log;
}

type ErasureInput = (typeof retentionContract)['erase']['input']['_zod']['output'];

/** The person's id and those of their consultations: whatever names one of them is about the person. */
const idsOf = (reader: Reader, personId: PersonId) => [personId, ...listConsultationIdsOf(reader, personId)];

function countsOf(reader: Reader, personId: PersonId): DisposalCounts {
  const ids = idsOf(reader, personId);
  return {
    visits: countVisitsOf(reader, personId),
    consultations: ids.length - 1,
    consents: countConsentsOf(reader, personId),
    contacts: countContactsOf(reader, personId),
    drafts: countDraftsAbout(reader, ids),
  };
}

/** Everything that the names are looked for in, except what goes itself. */
function targetsOf(reader: Reader, personIds: readonly PersonId[]) {
  const named = personIds.map((personId): NamedPerson => {
    const found = findPersonAndHold(reader, personId);
    return { personId, name: found?.name ?? '', kana: found?.kana ?? '' };
  });
  return { named, gone: personIds.flatMap((personId) => idsOf(reader, personId)) };
}

export function ownBackups({ vault, backups }: Pick<ErasureParts, 'vault' | 'backups'>) {
  const { registerId } = vault.source.readSlots();
  return backups
    .list()
    .filter(({ header }) => header.registerId === registerId)
    .map(({ header: { madeAt } }) => ({ madeAt, madeOn: localDayOf(madeAt) }));
}

function backupFactsOf(parts: ErasureParts, today: CalendarDate): ErasurePreview['backups'] {
  const existing = ownBackups(parts);
  const copiedAt = lastOutsideCopyAt(parts.vault.source.connection);
  return {
    count: existing.length,
    goneBy: backupsGoneBy(existing, today),
    copiedOn: copiedAt === null ? null : localDayOf(copiedAt),
    keptAside: parts.countKeptAside(),
  };
}

/** @throws Refusal `not_found`, `not_ended`. */
export function previewErasure(
  parts: ErasureParts,
  { reader, today }: QueryContext,
  chosen: readonly PersonId[],
): ErasurePreview {
  const personIds = [...new Set(chosen)];
  const people = personIds.map((personId) => ({
    ...readEndedPerson(reader, personId, today),
    counts: countsOf(reader, personId),
  }));
  const { named, gone } = targetsOf(reader, personIds);
  const mentions = findMentions(reader, named, gone);
  const digest = createHash('sha256')
    .update(JSON.stringify([people, mentions]))
    .digest('hex');
  return { people, mentions, backups: backupFactsOf(parts, today), digest };
}

/** @throws Refusal as the contract says. */
function assertAgreed({ people, digest }: ErasurePreview, input: ErasureInput): void {
  if (input.confirmedCount !== people.length) {
    throw new Refusal('invalid_input', { confirmedCount: 'not_a_number' });
  }
  if (people.some(({ hold }) => hold !== null)) {
    throw new Refusal('record_held');
  }
  if (input.basis === 'term' && people.some(({ isOver }) => !isOver)) {
    throw new Refusal('term_not_over');
  }
  if (digest !== input.digest) {
    throw new Refusal('preview_outdated');
  }
}

function purge(writer: Writer, personId: PersonId): void {
  purgeDraftsAbout(writer, idsOf(writer, personId));
  purgeVisitsOf(writer, personId);
  purgeConsultationsOf(writer, personId);
  deleteHold(writer, personId);
  purgePersonRows(writer, personId);
}

interface Agreed {
  readonly preview: ErasurePreview;
  readonly basis: DisposalBasis;
  readonly certificateNumber: number;
}

function eraseOne({ writer, newId, now, today, actor }: CommandContext, index: number, agreed: Agreed): void {
  const { preview, basis, certificateNumber } = agreed;
  const person = preview.people[index];
  if (!person) {
    return;
  }
  const { personId, registerNumber, watchEndedOn, keptUntil, counts } = person;
  purge(writer, personId);
  insertDisposal(writer, {
    ...{ id: newId(), certificateNumber, personId, registerNumber, basis, watchEndedOn, keptUntil, actor },
    ...{ counts: JSON.stringify(counts), disposedAt: now, disposedOn: today, residueClearedAt: null },
    ...{ backupsGoneBy: preview.backups.goneBy, copiedOn: preview.backups.copiedOn },
  });
}

/** All of them in one transaction, an audit row each: every commit stands inside the one before. */
function eraseAll(context: TaskContext, agreed: Agreed, wordsFor: ReadonlyMap<string, string>): void {
  const { people } = agreed.preview;
  const { certificateNumber: certificate } = agreed;
  const from = (index: number): void =>
    context.commit(people[index]?.personId ?? null, (command) => {
      const { named, gone } = targetsOf(
        command.writer,
        people.map(({ personId }) => personId),
      );
      const replaced = index === 0 ? replaceMentions(command.writer, named, gone, wordsFor) : 0;
      const { visits = 0, consultations = 0 } = people[index]?.counts ?? {};
      command.auditDetail({ certificate, replaced, visits, consultations });
      eraseOne(command, index, agreed);
      if (index + 1 < people.length) {
        from(index + 1);
      }
    });
  from(0);
}

/**
 * Writes the file anew where an erasure has not seen to it yet: after the erasure itself, and at the unlock after a crash or a full
 * disk. @returns whether nothing is left to do. Never throws: what is left to do is marked in the register.
 */
export function finishErasure({ vault, now, log }: Pick<ErasureParts, 'vault' | 'now' | 'log'>): boolean {
  const { reader, transaction } = vault.session;
  try {
    if (hasResidue(reader)) {
      clearResidue(vault.source.connection);
      transaction((writer) => markResidueCleared(writer, now()));
    }
    return true;
  } catch (error) {
    log.incident('clear-residue', error);
    return false;
  }
}

/** @throws Refusal `not_found`, `not_ended`, `record_held`, `term_not_over`, `preview_outdated`, `invalid_input`; nothing is erased then. */
export async function erasePeople(parts: ErasureParts, context: TaskContext, input: ErasureInput) {
  const preview = context.read((reading) => previewErasure(parts, reading, input.personIds));
  assertAgreed(preview, input);
  const wordsFor = new Map(input.mentions.flatMap(({ id, words }) => (words === null ? [] : [[id, words] as const])));
  const certificateNumber = context.read(({ reader }) => highestCertificateNumber(reader)) + 1;
  context.progress(0, 0, '廃棄しています');
  eraseAll(context, { preview, basis: input.basis, certificateNumber }, wordsFor);
  const isResidueCleared = finishErasure(parts);
  // From here on the newest backup is one without them; what made the old ones old is then only time.
  parts.backups.tryToKeep(parts.vault.source, 'after_erasure');
  return { certificateNumber, backupsGoneBy: preview.backups.goneBy, isResidueCleared };
}
