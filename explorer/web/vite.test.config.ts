import { readdirSync } from 'node:fs';
import { defineConfig } from 'vite';

// Turns the tests into JavaScript that Node's own runner takes (npm test).
export default defineConfig({
  logLevel: 'warn',
  build: {
    ssr: true,
    outDir: 'build-test',
    rolldownOptions: { input: readdirSync('test').map((name) => `test/${name}`) },
  },
});
