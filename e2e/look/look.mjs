// Looks at every kind of page as people would: on a telephone held upright and on a desk, light and dark, with and without scripts.
// Arguments: the program. SCREENSHOTS names the folder of the pictures.
import { explorer } from './explorer.mjs';
import { embedded, picture } from './dashboard.mjs';
import { find } from './kinds.mjs';
import { page as look } from './page.mjs';
import { browse, serve } from './serve.mjs';

const server = await serve(process.argv[2]);
let browser;
const faults = [];
try {
  browser = await browse();
  const { pages, faults: links } = await find(server.base);
  faults.push(...links);
  pages.push({ kind: 'missing', path: '/doc/no-such-council', status: 404 });
  for (const one of pages) {
    faults.push(...(await look(browser, server.base, one)));
  }
  for (const check of [picture, embedded, explorer]) {
    faults.push(...(await check(browser, server.base)));
  }
  console.log(`    ${pages.length} kinds of pages and the explorer, at 390 and 1280 pixels, light and dark, with and without scripts; pictures in ${process.env.SCREENSHOTS}`);
} finally {
  await browser?.close();
  server.stop();
}
if (faults.length > 0) {
  console.error(faults.join('\n'));
  console.error(`${faults.length} faults`);
  process.exit(1);
}
