import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

const node = (name: string) => ({
  extends: true as const,
  test: { name, environment: 'node', include: [`tests/${name}/**/*.test.ts`] },
});

export default defineConfig({
  plugins: [react()],
  test: {
    // Against what hangs, not against what is slow: a busy machine takes its time for a whole ledger or two hundred names.
    testTimeout: 300_000,
    hookTimeout: 300_000,
    // By itself one core is left idle, which is half of a small machine.
    maxWorkers: '100%',
    projects: [
      node('unit'),
      node('features'),
      node('migrations'),
      node('architecture'),
      {
        extends: true,
        test: {
          name: 'renderer',
          environment: 'jsdom',
          include: ['tests/renderer/**/*.test.{ts,tsx}'],
          setupFiles: ['tests/renderer/support/patience.ts'],
          css: false,
        },
      },
    ],
  },
});
