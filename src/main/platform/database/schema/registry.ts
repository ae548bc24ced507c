// Tables that belong to the register as a whole: settings, code tables, the audit trail, the ledger of papers, drafts.
import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';

export const settings = sqliteTable('settings', {
  key: text('key').primaryKey(),
  /** JSON. */
  value: text('value').notNull(),
});

export const codes = sqliteTable(
  'codes',
  {
    list: text('list').notNull(),
    code: text('code').notNull(),
    label: text('label').notNull(),
    position: integer('position').notNull(),
    isRetired: integer('is_retired', { mode: 'boolean' }).notNull().default(false),
    /** JSON object; what the program needs to know of a code (interval of a frequency, whether a result means "seen"). */
    attributes: text('attributes').notNull().default('{}'),
    /** JSON array of other ways in which ledgers write the label. */
    synonyms: text('synonyms').notNull().default('[]'),
  },
  (table) => [primaryKey({ columns: [table.list, table.code] })],
);

/** Append-only, by triggers in the migration too, and chained: each row vouches for all before it. Written by the router inside the transaction of the write it tells of. Holds ids, never names of watched persons or notes; of what left the house, who received it and what for. */
export const auditTrail = sqliteTable(
  'audit_trail',
  {
    sequence: integer('sequence').primaryKey({ autoIncrement: true }),
    at: text('at').notNull(),
    /** Name of the key slot that was unlocked. */
    actor: text('actor').notNull(),
    /** Name of the operation in the contract. */
    operation: text('operation').notNull(),
    /** Person concerned, if one. No foreign key: the trail outlives the record. */
    subjectId: text('subject_id'),
    /** JSON with counts and codes, for example `{"rows":480}`. Never personal data of a watched person. */
    detail: text('detail').notNull().default('{}'),
    /** HMAC over the row before and this one (`audit-chain.ts`), hex. */
    hash: text('hash').notNull(),
  },
  (table) => [index('audit_trail_subject').on(table.subjectId)],
);

/** 持ち出しの記録: every file and every numbered copy of a paper that left the house, and what became of it. */
export const issuedPapers = sqliteTable(
  'issued_papers',
  {
    id: text('id').primaryKey(),
    /** `meeting_packet` ... */
    kind: text('kind').notNull(),
    /** What it is about: id of the meeting, the month, the person; empty where there is nothing. */
    subjectId: text('subject_id').notNull(),
    /** What it was called then, without a name of a watched person. */
    title: text('title').notNull(),
    /** `null`: its copies are not numbered. */
    copyNumber: integer('copy_number'),
    recipient: text('recipient').notNull(),
    purpose: text('purpose').notNull(),
    issuedAt: text('issued_at').notNull(),
    actor: text('actor').notNull(),
    /** `returned`, `shredded`; `null` as long as it is out. */
    settledAs: text('settled_as'),
    settledOn: text('settled_on'),
    settledBy: text('settled_by'),
  },
  (table) => [index('issued_papers_subject').on(table.kind, table.subjectId)],
);

/** How the columns of a ledger with this heading were mapped the last time. */
export const importMappings = sqliteTable('import_mappings', {
  /** The headings, folded and joined. */
  heading: text('heading').primaryKey(),
  /** JSON array of ledger fields, one a column. */
  mapping: text('mapping').notNull(),
  usedAt: text('used_at').notNull(),
});

/** What was being typed and is not saved yet, one row a form. Deleted as soon as it is saved or thrown away. */
export const drafts = sqliteTable('drafts', {
  /** The form, and with it the record: `visit:<personId>` ... */
  key: text('key').primaryKey(),
  /** JSON, as the form makes and reads it. */
  body: text('body').notNull(),
  savedAt: text('saved_at').notNull(),
});
