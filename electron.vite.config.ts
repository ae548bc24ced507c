import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';

export default defineConfig({
  main: {
    build: {
      // Native and CommonJS packages stay outside; everything else is bundled, drizzle-orm too.
      externalizeDeps: {
        exclude: ['drizzle-orm', 'zod', 'csv-parse', 'csv-stringify'],
      },
      // The disclosure control and the ward's check run in threads of their own, started by the path of their files beside index.js.
      rollupOptions: {
        input: {
          index: 'src/main/index.ts',
          'disclosure-control-worker': 'src/main/disclosure-control/protect-worker.ts',
          'ward-check-worker': 'src/main/features/ward/outsider-worker.ts',
        },
        output: { chunkFileNames: '[name]-[hash].js' },
      },
    },
  },
  preload: {
    build: {
      // A sandboxed preload can only load CommonJS, and only one file.
      externalizeDeps: false,
      rollupOptions: { input: 'src/preload/index.ts', output: { format: 'cjs', entryFileNames: '[name].cjs' } },
    },
  },
  renderer: {
    root: 'src/renderer',
    plugins: [react()],
    // During development the page comes from app://; it must be told where the hot-reload socket is.
    server: {
      host: 'localhost',
      port: 5173,
      strictPort: true,
      hmr: { protocol: 'ws', host: 'localhost', clientPort: 5173 },
    },
    build: { minify: true, rollupOptions: { input: 'src/renderer/index.html' }, assetsInlineLimit: 0 },
  },
});
