// Tables of the end of a record: who is kept longer than the term and why, and what was erased. What was erased is never named here.
import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { people } from './people.ts';

/** 保存の延長: a record that is kept beyond its term, one row a person while it holds. */
export const retentionHolds = sqliteTable('retention_holds', {
  personId: text('person_id')
    .primaryKey()
    .references(() => people.id, { onDelete: 'restrict' }),
  /** One of `HOLD_REASONS`. */
  reason: text('reason').notNull(),
  note: text('note').notNull().default(''),
  heldBy: text('held_by').notNull(),
  heldOn: text('held_on').notNull(),
});

/** 廃棄記録簿: one row a person who was erased; rows of one run share a certificate. */
export const disposals = sqliteTable(
  'disposals',
  {
    id: text('id').primaryKey(),
    /** 1 for the first certificate of the register. */
    certificateNumber: integer('certificate_number').notNull(),
    /** The bare id, which the audit trail keeps too. No foreign key: there is nobody with it any more. */
    personId: text('person_id').notNull(),
    registerNumber: integer('register_number').notNull(),
    /** One of `DISPOSAL_BASES`. */
    basis: text('basis').notNull(),
    watchEndedOn: text('watch_ended_on').notNull(),
    /** Last day of the term as it was set then. */
    keptUntil: text('kept_until').notNull(),
    /** JSON object of counts by category. */
    counts: text('counts').notNull(),
    disposedAt: text('disposed_at').notNull(),
    disposedOn: text('disposed_on').notNull(),
    actor: text('actor').notNull(),
    /** By when the last backup on this machine that still holds the person is gone; null when there was none. */
    backupsGoneBy: text('backups_gone_by'),
    /** Day of the last copy that was carried away before; null when there was none. */
    copiedOn: text('copied_on'),
    /** When the file was written anew, so that nothing is left between its records. Null: still to be done. */
    residueClearedAt: text('residue_cleared_at'),
  },
  (table) => [index('disposals_person').on(table.personId)],
);
