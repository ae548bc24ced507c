// Recognises "no space left", whoever says it: the file system, a quota, or SQLite.

const CODES: readonly string[] = ['ENOSPC', 'EDQUOT', 'SQLITE_FULL'];

export function isDiskFull(error: unknown): boolean {
  return error instanceof Error && 'code' in error && CODES.includes(String(error.code));
}
