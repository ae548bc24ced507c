// Size and age of a file on this machine; looks at nothing inside it.
import { statSync } from 'node:fs';
import { Refusal } from '../refusal.ts';

/** @throws Refusal `file_unreadable` where there is no such file. */
export function fileFacts(path: string): { readonly bytes: number; readonly changedAt: string } {
  const stats = statSync(path, { throwIfNoEntry: false });
  if (!stats?.isFile()) {
    throw new Refusal('file_unreadable');
  }
  return { bytes: stats.size, changedAt: stats.mtime.toISOString() };
}
