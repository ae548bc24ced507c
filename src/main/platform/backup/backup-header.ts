// What a backup says of itself in clear: when, of what, how many, and the slots that open it. Never a name of a person.
import { z } from 'zod';
import { BACKUP_REASONS } from '#shared/contract/backups.contract.ts';
import { slotFileSchema } from '../vault/slot-file.ts';

const count = z.number().int().min(0).max(100_000_000);

export const backupHeaderSchema = z
  .strictObject({
    registerId: z.uuid(),
    madeAt: z.iso.datetime(),
    appVersion: z.string().max(40),
    schemaVersion: z.number().int().min(1).max(100_000),
    reason: z.enum(BACKUP_REASONS),
    people: count,
    visits: count,
    consultations: count,
    /** Of the last entry in the audit trail that changed anything: the same means that nothing was written in between. */
    change: z.string().regex(/^[0-9a-f]{64}$/u),
    /** The key slots of that time; a backup opens with the passphrases of that time. */
    slots: slotFileSchema,
  })
  .refine(({ registerId, slots }) => registerId === slots.registerId);

export type BackupHeader = z.output<typeof backupHeaderSchema>;
