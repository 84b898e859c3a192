/** A lasting address of the graph, as the API writes a `uri`. */
const lasting = /^\/id\/[^\s"<>]+$/;

const web = /^https?:\/\/[^\s"<>]+$/;

/**
 * Answers where a value of an answer leads: for a `uri` the page for people, relative to the explorer, for a web address that address.
 * Undefined for any other text, and for schemes that a browser would run.
 */
export function target(value: string): string | undefined {
  if (lasting.test(value)) {
    return `../doc/${value.slice('/id/'.length)}`;
  }
  return web.test(value) ? value : undefined;
}

/** One `uri` in a text of JSON: where it stands in its line, counted from 0, without its quotes. */
export interface Found {
  start: number;
  end: number;
  value: string;
}

/** Finds the lasting addresses in one line of JSON as GraphiQL lays it out. */
export function lastingIn(line: string): Found[] {
  return [...line.matchAll(/"(\/id\/[^\s"<>\\]+)"/g)].map((match) => ({
    start: match.index + 1,
    end: match.index + 1 + match[1].length,
    value: match[1],
  }));
}
