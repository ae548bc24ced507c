// A register with the invented ward of the guided tour, made once a worker and copied for each test.
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runnerImport } from 'vite';
import type { SeedResult } from '#tools/demo/seed-ward.ts';
import { E2E_PASSPHRASE } from '../pages/gate.ts';

export interface SeededRegister extends SeedResult {
  /** Puts a copy into a data folder, before the app starts on it. */
  copyTo(userData: string): void;
  discard(): void;
}

export async function seedRegister(people: number): Promise<SeededRegister> {
  const { module } = await runnerImport<typeof import('#tools/demo/seed-ward.ts')>('./tools/demo/seed-ward.ts', {
    configFile: false,
    logLevel: 'error',
  });
  const data = mkdtempSync(join(tmpdir(), 'mimamori-seed-'));
  const result = await module.seedWard({
    folder: join(data, 'register'),
    passphrase: E2E_PASSPHRASE,
    coordinator: '見本 花子',
    people,
    seed: 7,
  });
  return {
    ...result,
    copyTo: (userData) => cpSync(data, userData, { recursive: true }),
    discard: () => rmSync(data, { recursive: true, force: true }),
  };
}
