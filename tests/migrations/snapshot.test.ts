// What drizzle-kit knows of the tables is what the code believes in: else `npm run migration` writes statements for what is there already.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { generateSQLiteDrizzleJson } from 'drizzle-kit/api';
import { expect, it } from 'vitest';

const META = join(import.meta.dirname, '../../src/main/platform/database/migrations/meta');
const modules = import.meta.glob<Record<string, unknown>>('../../src/main/platform/database/schema/*.ts', {
  eager: true,
});

type Tables = Readonly<Record<string, unknown>>;

const tablesInCode = async (more: Record<string, unknown> = {}): Promise<Tables> =>
  (await generateSQLiteDrizzleJson(Object.assign({}, ...Object.values(modules), more))).tables;

function tablesInSnapshot(): Tables {
  const newest = readdirSync(META)
    .filter((name) => name.endsWith('_snapshot.json'))
    .sort()
    .at(-1);
  return (JSON.parse(readFileSync(join(META, newest ?? ''), 'utf8')) as { readonly tables: Tables }).tables;
}

it('the newest snapshot holds every table as it is; else run `npm run migration:snapshot`', async () => {
  expect(tablesInSnapshot()).toEqual(await tablesInCode());
});

it('would not fit with a table more: the control', async () => {
  const { sqliteTable, text } = await import('drizzle-orm/sqlite-core');
  expect(tablesInSnapshot()).not.toEqual(await tablesInCode({ more: sqliteTable('more', { id: text('id') }) }));
});
