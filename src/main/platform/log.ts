// Main's log. Keeps the kind of an error and where it arose, never its message: messages of libraries can quote a record.
import { appendFileSync, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';

export interface Log {
  /** Notes an unexpected error and returns the incident number that the user is shown. */
  incident(operation: string, error: unknown): string;
}

/** `file:line` places of a stack, without the message line and without folders. */
function placesOf(error: Error): string[] {
  return (error.stack ?? '')
    .split('\n')
    .filter((text) => /^\s+at /u.test(text))
    .slice(0, 8)
    .map((text) => text.trim().replace(/\(?(?:file:\/\/)?[^()\s]*[\\/]([^\\/()]+)\)?$/u, '$1'));
}

export function createLog(write: (text: string) => void, now: () => string): Log {
  let count = 0;
  return {
    incident(operation, error) {
      count += 1;
      const at = now();
      const incident = `${at.slice(0, 10).replaceAll('-', '')}-${at.slice(11, 19).replaceAll(':', '')}-${count}`;
      const kind = error instanceof Error ? error.name : typeof error;
      const code = error instanceof Error && 'code' in error ? String(error.code) : '';
      const places = error instanceof Error ? placesOf(error) : [];
      write(`${JSON.stringify({ incident, at, operation, kind, code, places })}\n`);
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
