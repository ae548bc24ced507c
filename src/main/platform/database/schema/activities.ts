// Tables of what was done: visits, consultations, meetings.
import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { people, supporters } from './people.ts';

export const visits = sqliteTable(
  'visits',
  {
    id: text('id').primaryKey(),
    personId: text('person_id')
      .notNull()
      .references(() => people.id, { onDelete: 'restrict' }),
    visitedOn: text('visited_on').notNull(),
    visitedAtTime: text('visited_at_time'),
    method: text('method').notNull(),
    result: text('result').notNull(),
    visitorId: text('visitor_id').references(() => supporters.id, { onDelete: 'restrict' }),
    note: text('note').notNull().default(''),
    createdAt: text('created_at').notNull(),
    updatedAt: text('updated_at').notNull(),
  },
  (table) => [
    index('visits_person').on(table.personId, table.visitedOn, table.result),
    index('visits_day').on(table.visitedOn),
  ],
);

export const visitSigns = sqliteTable(
  'visit_signs',
  {
    visitId: text('visit_id')
      .notNull()
      .references(() => visits.id, { onDelete: 'cascade' }),
    sign: text('sign').notNull(),
  },
  (table) => [primaryKey({ columns: [table.visitId, table.sign] })],
);

export const consultations = sqliteTable(
  'consultations',
  {
    id: text('id').primaryKey(),
    personId: text('person_id').references(() => people.id, { onDelete: 'restrict' }),
    district: text('district'),
    consultedOn: text('consulted_on').notNull(),
    askedBy: text('asked_by').notNull(),
    method: text('method').notNull(),
    content: text('content').notNull(),
    field: text('field').notNull(),
    question: text('question').notNull().default(''),
    answer: text('answer').notNull().default(''),
    referredTo: text('referred_to'),
    referredOn: text('referred_on'),
    acknowledgedOn: text('acknowledged_on'),
    state: text('state').notNull(),
    nextStep: text('next_step').notNull().default(''),
    nextStepOn: text('next_step_on'),
    nextStepDoneOn: text('next_step_done_on'),
    createdAt: text('created_at').notNull(),
    updatedAt: text('updated_at').notNull(),
  },
  (table) => [
    index('consultations_person').on(table.personId, table.consultedOn),
    index('consultations_day').on(table.consultedOn),
  ],
);

export const meetings = sqliteTable(
  'meetings',
  {
    id: text('id').primaryKey(),
    district: text('district'),
    heldOn: text('held_on').notNull(),
    startsAt: text('starts_at').notNull(),
    endsAt: text('ends_at').notNull(),
    place: text('place').notNull(),
    attendees: text('attendees').notNull().default(''),
    createdAt: text('created_at').notNull(),
    updatedAt: text('updated_at').notNull(),
  },
  (table) => [index('meetings_day').on(table.heldOn)],
);

export const agendaItems = sqliteTable(
  'agenda_items',
  {
    meetingId: text('meeting_id')
      .notNull()
      .references(() => meetings.id, { onDelete: 'cascade' }),
    position: integer('position').notNull(),
    kind: text('kind').notNull(),
    title: text('title').notNull(),
    body: text('body').notNull().default(''),
  },
  (table) => [primaryKey({ columns: [table.meetingId, table.position] })],
);
