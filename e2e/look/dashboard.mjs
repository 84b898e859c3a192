// Looks at what a dashboard does beyond a page: pictures as PNG, and standing within another page.
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { watch } from './watch.mjs';

const path = '/dashboard/bromley/composed-example-committee';

/** The button PNG saves a picture that is one. */
export async function picture(browser, base) {
  const said = [];
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  const tab = await context.newPage();
  const faults = watch(tab, base);
  await tab.goto(base + path);
  const buttons = tab.getByRole('button', { name: 'PNG' });
  if ((await buttons.count()) !== 3) {
    said.push(`${path}: ${await buttons.count()} buttons PNG, not one for each of three pictures`);
  }
  for (const button of await buttons.all()) {
    const [download] = await Promise.all([tab.waitForEvent('download', { timeout: 20_000 }), button.click()]);
    const file = readFileSync(await download.path());
    const [width, height] = [file.readUInt32BE(16), file.readUInt32BE(20)];
    if (file.toString('latin1', 1, 4) !== 'PNG' || width < 200 || height < 100) {
      said.push(`${path}: ${download.suggestedFilename()} is no picture: ${file.length} bytes, ${width} by ${height}`);
    }
    await download.saveAs(`${process.env.SCREENSHOTS}/saved-${download.suggestedFilename()}`);
  }
  await context.close();
  return [...said, ...faults.map((fault) => `${path}: ${fault}`)];
}

/** A page of another site can show an embedded dashboard, and no other page of ours. */
export async function embedded(browser, base) {
  const said = [];
  const elsewhere = createServer((_, response) => {
    response.setHeader('Content-Type', 'text/html');
    response.end(`<!doctype html><title>Elsewhere</title><iframe name="free" src="${base}${path}?embed=money"></iframe><iframe name="whole" src="${base}${path}"></iframe>`);
  });
  await new Promise((ready) => elsewhere.listen(0, '127.0.0.1', ready));
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  try {
    const tab = await context.newPage();
    const seen = [];
    tab.on('console', (message) => seen.push(message.text()));
    await tab.goto(`http://127.0.0.1:${elsewhere.address().port}/`);
    if ((await tab.frameLocator('[name=free]').getByRole('heading', { name: 'Money in decisions' }).count()) !== 1) {
      said.push(`${path}?embed=money: another site cannot show it: ${seen.join('; ')}`);
    }
    if ((await tab.frameLocator('[name=whole]').getByRole('heading').count()) !== 0 || !seen.some((text) => text.includes('frame-ancestors'))) {
      said.push(`${path}: another site can show the whole page: ${seen.join('; ')}`);
    }
  } finally {
    await context.close();
    elsewhere.close();
  }
  return said;
}
