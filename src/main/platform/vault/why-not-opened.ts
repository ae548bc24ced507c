// Says why a register did not open although its slot did: newer, busy, damaged, or a fault of another kind.
import { NewerSchemaError } from '../database/migrator.ts';
import { isDiskFull } from '../files/disk-full.ts';
import { Refusal } from '../refusal.ts';

/** The slot opened, so the passphrase is right: what does not open now is the file. A fault of another kind stays what it is. */
export function whyNotOpened(error: unknown): unknown {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (error instanceof NewerSchemaError) {
    return new Refusal('newer_schema');
  }
  if (code.startsWith('SQLITE_BUSY')) {
    return new Refusal('busy');
  }
  return code.startsWith('SQLITE_') && !isDiskFull(error) ? new Refusal('register_damaged') : error;
}
