/** One table of a result: the path of its list (without data), and rows of named cells. */
export interface Table {
  path: string;
  columns: string[];
  rows: Record<string, string>[];
}

type Json = null | boolean | number | string | Json[] | { [name: string]: Json };
type Node = { [name: string]: Json };

/**
 * Finds every list of objects in a GraphQL answer's data and makes one table of each, so that two lists side by side never multiply
 * each other's rows. A row has its element's own values, and before them those of the elements that it lies in.
 */
export function tables(data: unknown): Table[] {
  const found = new Map<string, Table>();
  if (isNode(data as Json)) {
    walk(data as Node, '', {}, found);
  }
  return [...found.values()];
}

/** The values of an answer's data that stand in no list, by their paths. */
export function facts(data: unknown): Record<string, string> {
  const cells: Record<string, string> = {};
  if (isNode(data as Json)) {
    collect(data as Node, '', cells, []);
  }
  return cells;
}

/** What a column of the list at path is called for people: its own values without the path, those around the list with theirs. */
export function shortName(path: string, column: string): string {
  return column.startsWith(`${path}.`) ? column.slice(path.length + 1) : column;
}

/** The columns of a table that tell people something: not the same count, cursor and end of the page in each row. */
export function telling({ columns }: Table): string[] {
  return columns.filter((column) => !/(^|\.)(totalCount|pageInfo\.\w+)$/.test(column));
}

/** Writes a table as CSV for spreadsheets: byte order mark, CRLF, and no cell that a spreadsheet would run as a formula. */
export function toCSV(table: Table): string {
  const lines = [table.columns, ...table.rows.map((row) => table.columns.map((column) => row[column] ?? ''))];
  return '\uFEFF' + lines.map((cells) => cells.map(cell).join(',') + '\r\n').join('');
}

/** Quotes one cell. A plain number stays one, even below zero; other text that starts like a formula gets an apostrophe before it. */
function cell(text: string): string {
  const safe = /^[=+\-@\t\r\n]/.test(text) && !/^-?\d+(\.\d+)?$/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

function walk(node: Node, path: string, outer: Record<string, string>, found: Map<string, Table>): void {
  const own: Record<string, string> = { ...outer };
  const lists: [string, Node[]][] = [];
  collect(node, path, own, lists);
  for (const [listPath, elements] of lists) {
    for (const element of elements) {
      const row: Record<string, string> = { ...own };
      collect(element, listPath, row, []);
      const table = found.get(listPath) ?? { path: listPath, columns: [], rows: [] };
      table.columns.push(...Object.keys(row).filter((name) => !table.columns.includes(name)));
      table.rows.push(row);
      found.set(listPath, table);
      walk(element, listPath, own, found);
    }
  }
}

/** Puts the plain values of a node, and of the single objects in it, into cells; and its lists of objects into lists. */
function collect(node: Node, path: string, cells: Record<string, string>, lists: [string, Node[]][]): void {
  for (const [name, value] of Object.entries(node)) {
    const at = path ? `${path}.${name}` : name;
    if (Array.isArray(value)) {
      const nodes = value.filter(isNode);
      if (nodes.length > 0) {
        lists.push([at, nodes]);
      } else if (value.length > 0) {
        cells[at] = value.map(plain).join('; ');
      }
    } else if (isNode(value)) {
      collect(value, at, cells, lists);
    } else {
      cells[at] = plain(value);
    }
  }
}

function isNode(value: Json): value is Node {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function plain(value: Json): string {
  return value === null ? '' : typeof value === 'object' ? JSON.stringify(value) : String(value);
}
