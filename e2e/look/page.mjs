// Looks at one page of ours.
import { findings } from './axe.mjs';
import { watch } from './watch.mjs';

/** The windows that pages are looked at in; each colour scheme and each width is among them. */
const windows = [
  { name: '390-light', width: 390, height: 844, colorScheme: 'light', javaScriptEnabled: true },
  { name: '390-no-script', width: 390, height: 844, colorScheme: 'light', javaScriptEnabled: false },
  { name: '1280-dark', width: 1280, height: 900, colorScheme: 'dark', javaScriptEnabled: true },
];

/** Answers the faults of a page, { kind, path, status }, as sentences. */
export async function page(browser, base, { kind, path, status = 200 }) {
  const said = [];
  const texts = [];
  for (const { name, width, height, colorScheme, javaScriptEnabled } of windows) {
    const context = await browser.newContext({ viewport: { width, height }, colorScheme, javaScriptEnabled, locale: 'en-GB' });
    const tab = await context.newPage();
    const faults = watch(tab, base);
    const response = await tab.goto(base + path);
    const found = [...(await shape(tab))];
    if (response.status() !== status) {
      found.push(`status ${response.status()}, not ${status}`);
    }
    if (javaScriptEnabled) {
      found.push(...(await findings(tab)));
    }
    await tab.screenshot({ path: `${process.env.SCREENSHOTS}/${kind}-${name}.png`, fullPage: true });
    texts.push({ where: `${path} at ${name}`, text: await readable(tab) });
    // The browser writes to the console that a page is missing; that one is meant to be.
    found.push(...faults.filter((fault) => status === 200 || !fault.includes(`status of ${status}`)));
    said.push(...found.map((fault) => `${path} at ${name}: ${fault}`));
    await context.close();
  }
  for (const { where, text } of texts) {
    if (text !== texts[0].text) {
      said.push(`${where}: the text differs from that of ${texts[0].where}`);
    }
  }
  return said;
}

/** What a reader finds in the page's main part, whatever its window; what only a script can do is left out. */
function readable(tab) {
  return tab.evaluate(() => {
    const main = document.querySelector('main').cloneNode(true);
    main.querySelectorAll('button[type=button]').forEach((button) => button.remove());
    return main.textContent.replace(/\s+/g, ' ').trim();
  });
}

/** Faults in how the page is built and how it fits its window. */
function shape(tab) {
  return tab.evaluate(() => {
    const faults = [];
    const { scrollWidth, clientWidth } = document.documentElement;
    if (scrollWidth > clientWidth) {
      const wide = [...document.querySelectorAll('body *')].find((e) => e.getBoundingClientRect().right > clientWidth + 1 && !e.closest('.scroll'));
      faults.push(`the page scrolls sideways: ${scrollWidth} pixels in ${clientWidth}, as by ${wide?.outerHTML.slice(0, 120)}`);
    }
    for (const [what, count] of [['h1', document.querySelectorAll('h1').length], ['main', document.querySelectorAll('main').length]]) {
      if (count !== 1) {
        faults.push(`${count} elements ${what}, not one`);
      }
    }
    if (document.documentElement.lang !== 'en-GB') {
      faults.push('its language is not said');
    }
    if (getComputedStyle(document.body).margin !== '0px') {
      faults.push('its style sheet does not apply');
    }
    return faults;
  });
}
