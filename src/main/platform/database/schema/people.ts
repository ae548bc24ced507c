// Tables of the people under watch, their consents and contacts, and of those who look in on them.
import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/** 担い手: 見守り員 (`volunteer`) and 民生委員 (`commissioner`). */
export const supporters = sqliteTable('supporters', {
  id: text('id').primaryKey(),
  kind: text('kind').notNull(),
  name: text('name').notNull(),
  district: text('district'),
  phone: text('phone').notNull().default(''),
  isActive: integer('is_active', { mode: 'boolean' }).notNull().default(true),
  createdAt: text('created_at').notNull(),
});

export const people = sqliteTable(
  'people',
  {
    id: text('id').primaryKey(),
    registerNumber: integer('register_number').notNull().unique(),
    name: text('name').notNull(),
    kana: text('kana').notNull().default(''),
    sex: text('sex'),
    birthOn: text('birth_on'),
    district: text('district'),
    neighbourhood: text('neighbourhood').notNull().default(''),
    postalCode: text('postal_code').notNull().default(''),
    address: text('address').notNull().default(''),
    building: text('building').notNull().default(''),
    wing: text('wing').notNull().default(''),
    room: text('room').notNull().default(''),
    hasAutoLock: integer('has_auto_lock', { mode: 'boolean' }).notNull().default(false),
    accessNote: text('access_note').notNull().default(''),
    phone: text('phone').notNull().default(''),
    mobile: text('mobile').notNull().default(''),
    household: text('household'),
    careLevel: text('care_level'),
    dementiaLevel: text('dementia_level'),
    dailyLivingLevel: text('daily_living_level'),
    handbookPhysical: text('handbook_physical'),
    handbookIntellectual: text('handbook_intellectual'),
    handbookMental: text('handbook_mental'),
    eligibility: text('eligibility'),
    residence: text('residence'),
    watchType: text('watch_type'),
    frequency: text('frequency'),
    volunteerId: text('volunteer_id').references(() => supporters.id, { onDelete: 'restrict' }),
    commissionerId: text('commissioner_id').references(() => supporters.id, { onDelete: 'restrict' }),
    watchStartedOn: text('watch_started_on'),
    watchEndedOn: text('watch_ended_on'),
    endReason: text('end_reason'),
    endNote: text('end_note').notNull().default(''),
    lastSeenBeforeOn: text('last_seen_before_on'),
    note: text('note').notNull().default(''),
    /** Derived, rebuilt on every write: what a search looks in, and the sort keys of two orders. */
    searchText: text('search_text').notNull(),
    kanaKey: text('kana_key').notNull(),
    roundKey: text('round_key').notNull(),
    createdAt: text('created_at').notNull(),
    updatedAt: text('updated_at').notNull(),
  },
  (table) => [
    index('people_kana_key').on(table.kanaKey),
    index('people_watch').on(table.watchStartedOn, table.watchEndedOn),
  ],
);

export const consents = sqliteTable(
  'consents',
  {
    id: text('id').primaryKey(),
    personId: text('person_id')
      .notNull()
      .references(() => people.id, { onDelete: 'restrict' }),
    status: text('status').notNull(),
    decidedOn: text('decided_on'),
    method: text('method'),
    /** JSON array of codes. */
    scope: text('scope').notNull().default('[]'),
    documentNumber: text('document_number').notNull().default(''),
    recordedOn: text('recorded_on').notNull(),
    /** Order of entry for one person, 1 first; the highest is in force. */
    position: integer('position').notNull(),
  },
  (table) => [index('consents_person').on(table.personId, table.position)],
);

export const emergencyContacts = sqliteTable(
  'emergency_contacts',
  {
    id: text('id').primaryKey(),
    personId: text('person_id')
      .notNull()
      .references(() => people.id, { onDelete: 'restrict' }),
    position: integer('position').notNull(),
    name: text('name').notNull(),
    relation: text('relation').notNull().default(''),
    phone: text('phone').notNull().default(''),
    note: text('note').notNull().default(''),
  },
  (table) => [index('emergency_contacts_person').on(table.personId, table.position)],
);
