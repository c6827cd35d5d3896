import { svelte } from '@sveltejs/vite-plugin-svelte';
import { svelteTesting } from '@testing-library/svelte/vite';
import { defineConfig } from 'vitest/config';

// The window runs in the system's web view: WebKitGTK 2.50, or the Safari and Edge of the same time.
export default defineConfig({
  plugins: [svelte(), svelteTesting()],
  build: { target: 'safari18.4', outDir: 'dist', emptyOutDir: true, chunkSizeWarningLimit: 1200 },
  server: { port: 5173, strictPort: true },
  test: {
    environment: 'jsdom',
    include: ['tests/**/*.test.ts', 'src/**/*.test.ts'],
    // A busy machine draws the larger boards slowly.
    testTimeout: 30_000,
    setupFiles: ['tests/setup.ts'],
    // The tests of colours read the style sheets; all else need none.
    css: { include: [/\.css\?raw/] },
  },
});
