// Promises that the type checker keeps. Each `@ts-expect-error` is a control: were the mistake below it to compile, `tsc -b` would fail here.
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { z } from 'zod';
import type { Contexts } from '#main/platform/contexts.ts';
import { createHandles } from '#main/platform/database/reader-writer.ts';
import { codes } from '#main/platform/database/schema/registry.ts';
import type { ErrorCode } from '#shared/contract/errors.ts';
import type { OperationName } from '#shared/contract/index.ts';
import { command, type HandlersOf, query } from '#shared/contract/operation.ts';
import { type CalendarDate, calendarDateSchema } from '#shared/model/calendar-date.ts';
import type { MeetingId, PersonId } from '#shared/model/ids.ts';

const example = {
  count: query({ input: z.strictObject({ of: z.string() }), output: z.number() }),
  add: command({ input: z.strictObject({}), output: z.object({}), subject: null }),
} as const;

type ExampleHandlers = HandlersOf<typeof example, Contexts>;

const complete: ExampleHandlers = { count: () => 1, add: () => ({}) };

// @ts-expect-error a missing handler does not compile
const incomplete: ExampleHandlers = { count: () => 1 };

// @ts-expect-error neither does an answer of another shape
const wrongAnswer: ExampleHandlers = { ...complete, count: () => 'one' };

const wrongInput: ExampleHandlers = {
  ...complete,
  // @ts-expect-error nor an input that the contract does not have
  count: (_context, input) => input.from.length,
};

const writingQuery: ExampleHandlers = {
  ...complete,
  // @ts-expect-error nor a query that writes: it is given nothing to write with
  count: (context) => context.writer.delete(codes).run().changes,
};

// @ts-expect-error a refusal without words does not compile
const words: Record<ErrorCode, string> = { locked: '' };

// @ts-expect-error an operation that the contract does not have cannot be named
const unknownName: OperationName = 'people.vanish';

const person = '' as PersonId;
// @ts-expect-error the id of a person is not that of a meeting
const meeting: MeetingId = person;

// @ts-expect-error a text is not a date until it was read as one
const unread: CalendarDate = '2026-02-30';

test('what must not compile does not', () => {
  const mistakes = [incomplete, wrongAnswer, wrongInput, writingQuery, words, unknownName, meeting, unread];
  expect(mistakes).toHaveLength(8);
});

test('a reader has no writing method at run time either', () => {
  const { reader, transaction } = createHandles(new Database(':memory:'));
  expect(Object.keys(reader).sort()).toEqual(['select', 'selectDistinct']);
  expect(transaction((writer) => Object.keys(writer))).toEqual(expect.arrayContaining(['insert', 'update', 'delete']));
});

test('a day that no calendar had is no date at run time either', () => {
  expect(calendarDateSchema.safeParse('2026-02-30').success).toBe(false);
});
