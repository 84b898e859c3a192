// Asks axe what keeps people from using a page.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** The impacts that fail a page. */
const grave = ['serious', 'critical'];

/**
 * Answers the serious and critical findings on a page as sentences. Exceptions are findings that are known, as { rule, within, why }: a node
 * within that selector is let pass.
 */
export async function findings(page, exceptions = []) {
  await page.evaluate(`${source};0`);
  const violations = await page.evaluate(async () => (await globalThis.axe.run(document, { resultTypes: ['violations'] })).violations);
  const said = [];
  for (const { id, impact, help, nodes } of violations.filter(({ impact }) => grave.includes(impact))) {
    const own = [];
    for (const node of nodes) {
      const target = node.target.flat().join(' ');
      const known = await Promise.all(
        exceptions
          .filter(({ rule }) => rule === id)
          .map(({ within }) => page.evaluate(([at, around]) => document.querySelector(at)?.closest(around) != null, [target, within])),
      );
      if (!known.includes(true)) {
        own.push(`${target}: ${node.failureSummary?.split('\n').slice(1).join(' ').trim()}`);
      }
    }
    if (own.length > 0) {
      said.push(`axe, ${impact}: ${help} (${id}), ${own.length} times, such as at ${own[0]}`);
    }
  }
  return said;
}
