// The migrations of this version, as text inside the bundle.
import { readMigrations } from './migrator.ts';

export const migrations = readMigrations(
  import.meta.glob<string>('./migrations/*.sql', { query: '?raw', import: 'default', eager: true }),
);
