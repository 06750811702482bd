import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** Stylesheets that pages link by themselves; each is an entry of its own in the manifest. */
const styles = ['src/style/theme.css', 'src/style/pages.css'].filter((path) => existsSync(here(path)));

export default defineConfig({
  base: '/assets/',
  publicDir: false,
  build: {
    outDir: process.env['ROOM_OUT'] ?? here('dist'),
    emptyOutDir: true,
    assetsDir: '',
    assetsInlineLimit: 0,
    manifest: true,
    modulePreload: { polyfill: false },
    target: ['chrome120', 'edge120', 'firefox128', 'safari17'],
    reportCompressedSize: false,
    rolldownOptions: {
      input: ['src/page.ts', 'src/day.ts', 'src/call.ts', ...styles],
    },
  },
  test: {
    include: ['test/**/*.test.ts'],
    environment: 'node',
  },
});
