import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

const node = (name: string) => ({
  extends: true as const,
  test: { name, environment: 'node', include: [`tests/${name}/**/*.test.ts`] },
});

export default defineConfig({
  plugins: [react()],
  test: {
    testTimeout: 60_000,
    // A busy machine takes its time for a whole ledger or two hundred names.
    hookTimeout: 60_000,
    projects: [
      node('unit'),
      node('features'),
      node('migrations'),
      node('architecture'),
      {
        extends: true,
        test: { name: 'renderer', environment: 'jsdom', include: ['tests/renderer/**/*.test.{ts,tsx}'], css: false },
      },
    ],
  },
});
