// Looks at the explorer: its faults beyond those of GraphiQL itself.
import { findings } from './axe.mjs';
import { watch } from './watch.mjs';

/** What axe finds in GraphiQL and Monaco, which is theirs to mend. None of it lies in what we add. */
const upstream = [
  { rule: 'nested-interactive', within: '.graphiql-tabs', why: 'a tab holds the button that closes it' },
  { rule: 'aria-required-children', within: '.graphiql-tabs', why: 'the list of tabs holds more than tabs' },
  { rule: 'color-contrast', within: '.monaco-editor', why: "the editor's colours of syntax" },
];

/** Answers the faults of the explorer as sentences. */
export async function explorer(browser, base) {
  const said = [];
  for (const [width, height] of [[390, 844], [1280, 900]]) {
    for (const colorScheme of ['light', 'dark']) {
      const context = await browser.newContext({ viewport: { width, height }, colorScheme, locale: 'en-GB' });
      const tab = await context.newPage();
      const faults = watch(tab, base);
      const where = `/graphiql/ at ${width}, ${colorScheme}`;
      await tab.goto(`${base}/graphiql/?query=${encodeURIComponent('{ councils(first: 3, where: { hasMeetings: true }) { nodes { name uri } } }')}`);
      await tab.locator('.graphiql-query-editor .view-line').first().waitFor({ timeout: 60_000 });
      await tab.locator('.graphiql-execute-button').click();
      await tab.getByRole('button', { name: 'Table' }).click();
      await tab.locator('.cg-tables tbody tr').first().waitFor({ timeout: 20_000 });
      for (const panel of ['Examples', 'Code', 'Limits']) {
        const shown = tab.locator(`.graphiql-plugin [aria-labelledby="cg-${panel.toLowerCase()}-title"]`);
        if ((await shown.count()) === 0) {
          await tab.locator(`.graphiql-sidebar button[aria-label*="${panel}"]`).click();
        }
        await shown.waitFor();
        said.push(...(await findings(tab, upstream)).map((finding) => `${where}, ${panel}: ${finding}`));
        await tab.screenshot({ path: `${process.env.SCREENSHOTS}/explorer-${width}-${colorScheme}-${panel}.png` });
      }
      if (await tab.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth)) {
        said.push(`${where}: the page scrolls sideways`);
      }
      said.push(...faults.map((fault) => `${where}: ${fault}`));
      await context.close();
    }
  }
  const context = await browser.newContext({ javaScriptEnabled: false, viewport: { width: 390, height: 844 } });
  const tab = await context.newPage();
  await tab.goto(`${base}/graphiql/`);
  const text = await tab.evaluate(() => document.body.innerText);
  if (!text.includes('needs JavaScript') || (await tab.locator('noscript a[href="../examples"]').count()) !== 1) {
    said.push(`/graphiql/ without scripts does not say what to do instead: ${text}`);
  }
  await tab.screenshot({ path: `${process.env.SCREENSHOTS}/explorer-no-script.png` });
  await context.close();
  return said;
}
