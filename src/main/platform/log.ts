// Main's log. Keeps the kind of an error and where it arose, never its message: messages of libraries can quote a record.
import { appendFileSync, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';

export interface Log {
  /** Notes an unexpected error and returns the incident number that the user is shown. */
  incident(operation: string, error: unknown): string;
}

/** `file:line` places of a stack, without folders. The message goes first: its lines can look like places. */
function placesOf({ stack = '', message }: Error): string[] {
  const start = stack.indexOf(message);
  if (start === -1) {
    return [];
  }
  return stack
    .slice(start + message.length)
    .split('\n')
    .filter((text) => /^\s+at /u.test(text))
    .slice(0, 8)
    .map((text) => text.trim().replace(/\(?(?:file:\/\/)?[^()\s]*[\\/]([^\\/()]+)\)?$/u, '$1'));
}

/** A name from a program, or nothing: an error can be given any name and any code. */
const asIdentifier = (text: unknown) => (typeof text === 'string' && /^[\w$]{1,60}$/u.test(text) ? text : '');

function describe(error: unknown) {
  return error instanceof Error
    ? {
        kind: asIdentifier(error.name),
        code: 'code' in error ? asIdentifier(error.code) : '',
        places: placesOf(error),
      }
    : { kind: typeof error, code: '', places: [] };
}

/** A log that cannot be written (full disk) is silent: the user is told of the incident all the same. */
export function createLog(write: (text: string) => void, now: () => string): Log {
  let count = 0;
  return {
    incident(operation, error) {
      count += 1;
      const at = now();
      const incident = `${at.slice(0, 10).replaceAll('-', '')}-${at.slice(11, 19).replaceAll(':', '')}-${count}`;
      try {
        write(`${JSON.stringify({ incident, at, operation, ...describe(error) })}\n`);
      } catch {}
      return incident;
    },
  };
}

/** Appends to a file that only this user can read; the folder is made when it is first needed. */
export function appendTo(path: string): (text: string) => void {
  return (text) => {
    mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
    appendFileSync(path, text, { mode: 0o600 });
  };
}
