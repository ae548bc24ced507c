// What failed, kept by the reporters of the test runners in a file for the end of the gates: whoever has only the last lines of a record
// knows which test it was.
import { appendFileSync, existsSync, readFileSync } from 'node:fs';
import { stripVTControlCharacters } from 'node:util';

/** Name of the environment's variable with the path of the file; where it is not set, nothing is kept. */
export const FAILURES_FILE = 'GATES_FAILURES_FILE';

export interface Failure {
  /** The file, and the titles down to the test. */
  readonly test: string;
  /** Of its first error. */
  readonly message: string;
}

const MOST_LINES = 20;
const LONGEST = 240;

export function keepFailure(failure: Failure): void {
  const file = process.env[FAILURES_FILE];
  if (file !== undefined) appendFileSync(file, `${JSON.stringify(failure)}\n`);
}

export function readFailures(file: string): readonly Failure[] {
  if (!existsSync(file)) return [];
  const lines = readFileSync(file, 'utf8').split('\n');
  return lines.filter((line) => line !== '').map((line) => JSON.parse(line) as Failure);
}

function firstLineOf(text: string): string {
  const lines = stripVTControlCharacters(text).split('\n');
  return (lines.find((line) => line.trim() !== '') ?? 'without a message').trim().slice(0, LONGEST);
}

/** Two lines a failure, at most twenty in all. */
export function linesOf(failures: readonly Failure[]): readonly string[] {
  const isAll = failures.length * 2 <= MOST_LINES;
  const shown = isAll ? failures : failures.slice(0, MOST_LINES / 2 - 1);
  const lines = shown.flatMap(({ test, message }) => [`x ${firstLineOf(test)}`, `    ${firstLineOf(message)}`]);
  return isAll ? lines : [...lines, `  and ${failures.length - shown.length} more`];
}
