// What a source file imports, read with a plain regular expression: a second opinion on the parser of the dependency rules.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PROJECT } from './cruise.ts';

const STATEMENT = /^(?:import|export)\s(?:[^'";]*?\sfrom\s)?'([^']+)';/gmu;

/** Specifiers of the import and re-export statements of a file, in their order. */
export function importsOf(path: string): readonly string[] {
  const text = readFileSync(join(PROJECT, path), 'utf8');
  return [...text.matchAll(STATEMENT)].flatMap(([, specifier]) => (specifier === undefined ? [] : [specifier]));
}
