// Finds the pages to look at: every page that can be reached by links from the home page, sorted by kind.

const name = '[^/?#.]+'; // a file of another form has a point in its name
const day = '\\d{4}-\\d\\d-\\d\\d(-\\d+)?';

/** The kinds of pages, the narrower before the wider. Each must be found in the sample, but those marked as rare. */
export const kinds = [
  { kind: 'home', at: /^\/$/ },
  { kind: 'councils', at: /^\/councils/ },
  { kind: 'search', at: /^\/search\?/ },
  { kind: 'coverage', at: /^\/coverage/ },
  { kind: 'data', at: /^\/data$/ },
  { kind: 'vocabulary', at: /^\/def\/council$/ },
  { kind: 'examples', at: /^\/examples$/ },
  { kind: 'example', at: new RegExp(`^/examples/${name}$`) },
  { kind: 'dashboard-person', at: new RegExp(`^/dashboard/${name}/person/${name}$`) },
  { kind: 'dashboard-embedded', at: new RegExp(`^/dashboard/.*[?&]embed=`) },
  { kind: 'dashboard-committee', at: new RegExp(`^/dashboard/${name}/${name}$`) },
  { kind: 'list', at: /^\/list\// },
  { kind: 'source', at: new RegExp(`^/doc/${name}/source/${name}$`) },
  { kind: 'person', at: new RegExp(`^/doc/${name}/person/${name}$`) },
  { kind: 'issue', at: new RegExp(`^/doc/${name}/issue/${name}$`) },
  { kind: 'decision', at: new RegExp(`^/doc/${name}/decision/${name}$`), rare: true },
  { kind: 'document', at: new RegExp(`^/doc/.*/document/${name}$`) },
  { kind: 'resolution', at: new RegExp(`^/doc/.*/resolution/${name}$`) },
  { kind: 'meeting', at: new RegExp(`^/doc/${name}/${name}/${day}$`) },
  { kind: 'item', at: new RegExp(`^/doc/${name}/${name}/${day}/${name}$`) },
  { kind: 'committee', at: new RegExp(`^/doc/${name}/${name}$`) },
  { kind: 'council', at: new RegExp(`^/doc/${name}$`) },
];

/** Where to begin: the home page, and what only its form or a program leads to. */
const starts = ['/', '/search?q=library', '/data', '/def/council'];

/** The most pages of one kind that are fetched to find others. */
const ofEach = 12;

/**
 * Follows the links of a server's pages and answers those to look at, as { kind, path }, and faults: links that lead nowhere, kinds that are
 * missing. Pages of no listed kind make kinds of their own, by the first step of their address.
 */
export async function find(base) {
  const found = new Map();
  const seen = new Set(starts);
  const queue = [...starts];
  const faults = [];
  const fetched = {};
  while (queue.length > 0) {
    const path = queue.shift();
    const kind = kindOf(path);
    fetched[kind] = (fetched[kind] ?? 0) + 1;
    if (fetched[kind] > ofEach) {
      continue;
    }
    const response = await fetch(base + path, { redirect: 'manual' });
    const text = await response.text();
    if (response.status >= 300 && response.status < 400) {
      add(response.headers.get('location'), path);
      continue;
    }
    if (response.status !== 200) {
      faults.push(`${path}: status ${response.status}`);
      continue;
    }
    if (!(response.headers.get('content-type') ?? '').startsWith('text/html') || path.startsWith('/graphiql/')) {
      continue;
    }
    if (!found.has(kind)) {
      found.set(kind, path);
    }
    for (const [, href] of text.matchAll(/<a\b[^>]*\shref="([^"]*)"/g)) {
      add(href.replaceAll('&amp;', '&').replaceAll('&#43;', '+'), path);
    }
  }
  for (const { kind, rare } of kinds) {
    if (!found.has(kind) && !rare) {
      faults.push(`no page of the kind ${kind} is linked`);
    }
  }
  const pages = [...found].map(([kind, path]) => ({ kind, path }));
  return { pages, faults };

  function add(href, from) {
    const url = new URL(href ?? '', base + from);
    const path = url.pathname + url.search;
    if (url.origin === base && !seen.has(path)) {
      seen.add(path);
      queue.push(path);
    }
  }
}

function kindOf(path) {
  return kinds.find(({ at }) => at.test(path))?.kind ?? path.split(/[/?]/)[1];
}
