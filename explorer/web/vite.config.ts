import react from '@vitejs/plugin-react';
import { fileURLToPath } from 'node:url';
import { defineConfig, type Plugin } from 'vite';

/** Puts one of our files in place of each named module. */
function replace(modules: Record<string, string>): Plugin {
  return {
    name: 'replace-modules',
    enforce: 'pre',
    resolveId: (id) => (id in modules ? fileURLToPath(new URL(modules[id], import.meta.url)) : undefined),
  };
}

export default defineConfig({
  base: './', // the explorer runs under any path
  plugins: [
    react(),
    replace({
      'prettier/parser-babel': './stubs/jsonc-parser-plugin.ts',
      'prettier/plugins/estree': './stubs/jsonc-printer-plugin.ts',
    }),
  ],
  worker: {
    format: 'es',
    plugins: () => [
      replace({ 'prettier/standalone': './stubs/no-formatter.ts', 'prettier/parser-graphql': './stubs/no-formatter.ts' }),
    ],
  },
  build: {
    outDir: 'build',
    rolldownOptions: { onLog: (level, log, print) => log.code === 'MODULE_LEVEL_DIRECTIVE' || print(level, log) },
    target: 'es2022',
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0, // fonts and workers stay files: the page's policy allows no data: but pictures
    cssCodeSplit: false,
    chunkSizeWarningLimit: 4000,
    license: { fileName: 'THIRD_PARTY.md' },
  },
});
