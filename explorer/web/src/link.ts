import type { Operation } from './operation';

/** Links longer than this carry the query after `#`, which is never sent to a server: not into its logs, nor past its limits. */
const longest = 4000;

/**
 * Reads the operation that a link carries: `?query=&variables=&operationName=`, or the same names after `#`.
 * Answers undefined when it carries no query. The query is only filled in, never run: the reader decides.
 */
export function readLink(address: string): Operation | undefined {
  const url = new URL(address);
  for (const text of [url.hash.slice(1), url.search.slice(1)]) {
    const names = new URLSearchParams(text);
    const query = names.get('query');
    if (query) {
      return {
        query,
        variables: names.get('variables') ?? undefined,
        operationName: names.get('operationName') ?? undefined,
      };
    }
  }
  return undefined;
}

/** Writes the link that readLink reads, based on the page's own address. */
export function writeLink(address: string, operation: Operation): string {
  const names = new URLSearchParams({ query: operation.query });
  if (operation.variables?.trim()) {
    names.set('variables', operation.variables);
  }
  if (operation.operationName) {
    names.set('operationName', operation.operationName);
  }
  const url = new URL(address);
  url.search = names.toString();
  url.hash = '';
  if (url.href.length <= longest) {
    return url.href;
  }
  url.search = '';
  url.hash = names.toString();
  return url.href;
}
