// Counts the registers that were kept aside when a backup was gone back to: whoever was erased since is still in them.
import { existsSync, readdirSync } from 'node:fs';

export function countKeptAside(folder: string): number {
  return existsSync(folder) ? readdirSync(folder).filter((name) => name.startsWith('before-restore-')).length : 0;
}
