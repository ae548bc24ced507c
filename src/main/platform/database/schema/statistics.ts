// Tables of the closed months and of what was published from them. All append-only (triggers in the migration): figures that were given out stay.
import { blob, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/** 月のしめ: one row a closed month. */
export const closedMonths = sqliteTable('closed_months', {
  month: text('month').primaryKey(),
  closedAt: text('closed_at').notNull(),
  closedOn: text('closed_on').notNull(),
  closedBy: text('closed_by').notNull(),
  /** JSON object: `events` (how many records of each kind were counted) and `late` (visits and consultations of earlier months among them). */
  counts: text('counts').notNull(),
  /** JSON: figures behind which nobody stands, by table and code. */
  plain: text('plain').notNull(),
});

/** Which record was counted in which closing: each at most once for each kind of event. No foreign key: a record may go, the count stays. */
export const countedEvents = sqliteTable(
  'counted_events',
  {
    kind: text('kind').notNull(),
    recordId: text('record_id').notNull(),
    month: text('month')
      .notNull()
      .references(() => closedMonths.month, { onDelete: 'restrict' }),
  },
  (table) => [primaryKey({ columns: [table.kind, table.recordId] })],
);

/** The snapshot of one source of one closed month. Holds bare person ids, no name. */
export const closedCounts = sqliteTable(
  'closed_counts',
  {
    month: text('month')
      .notNull()
      .references(() => closedMonths.month, { onDelete: 'restrict' }),
    source: text('source').notNull(),
    /** JSON: the source as it was then (dimensions and values). */
    definition: text('definition').notNull(),
    /** JSON array of `[personId, count, value of dimension 1, ...]`. */
    records: text('records').notNull(),
  },
  (table) => [primaryKey({ columns: [table.month, table.source] })],
);

/** 公表の記録: what was published, to whom, why, with everything an audit of the next publication needs. */
export const publications = sqliteTable('publications', {
  id: text('id').primaryKey(),
  /** 1 for the first of the register, no gaps. */
  number: integer('number').notNull().unique(),
  month: text('month').notNull(),
  profile: text('profile').notNull(),
  recipient: text('recipient').notNull(),
  purpose: text('purpose').notNull(),
  publishedAt: text('published_at').notNull(),
  publishedOn: text('published_on').notNull(),
  actor: text('actor').notNull(),
  /** JSON: the report as it was laid out (titles, labels, notes, remarks), without anything that is hidden. */
  report: text('report').notNull(),
  /** JSON: which figures of it are shown, by the library's key of the cell, and how many are not; so that nobody unpacks the record. */
  figures: text('figures').notNull(),
  /** JSON array of `{name, sha256}`. */
  files: text('files').notNull(),
  /** The library's record, JSON, gzip: facts, secret seed, certificate with witnesses, snapshot. Reveals the truth. */
  record: blob('record', { mode: 'buffer' }).notNull(),
  /** Hash of the record: the head of the history while this is the newest. */
  recordHash: text('record_hash').notNull(),
});

/** The newest publication's hash, apart from the ledger, so that a missing last row is noticed. One row or none. */
export const publicationHead = sqliteTable('publication_head', {
  id: integer('id').primaryKey(),
  hash: text('hash').notNull(),
  count: integer('count').notNull(),
  /** Month of the newest, so that its loss can be told in words. */
  month: text('month').notNull(),
});

/**
 * Publications that are not in the ledger of this register (it is an older one) and that, as somebody decided and answers for, nobody has:
 * never handed out, or taken back. Without such a row nothing is published any more.
 */
export const settledPublications = sqliteTable('settled_publications', {
  /** Hash of the record that is missing, or of the memory beside the register that could not be read. */
  mark: text('mark').primaryKey(),
  /** `null` where it is not known. */
  month: text('month'),
  /** `never_handed_out` or `taken_back`. */
  standing: text('standing').notNull(),
  reason: text('reason').notNull(),
  settledAt: text('settled_at').notNull(),
  settledOn: text('settled_on').notNull(),
  actor: text('actor').notNull(),
});

/** Recorded decisions on the smallest number of persons that a recipient is shown. The newest of a profile is in force. */
export const profileDecisions = sqliteTable('profile_decisions', {
  id: text('id').primaryKey(),
  profile: text('profile').notNull(),
  k: integer('k').notNull(),
  /** Who decided it (a body, not a watched person), when, and why. */
  decidedBy: text('decided_by').notNull(),
  decidedOn: text('decided_on').notNull(),
  reason: text('reason').notNull(),
  recordedAt: text('recorded_at').notNull(),
  actor: text('actor').notNull(),
});
