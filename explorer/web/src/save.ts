import { type Table, toCSV } from './csv';

/** Saves a table as a file of CSV, named after its list. */
export function saveTable(table: Table): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([toCSV(table)], { type: 'text/csv;charset=utf-8' }));
  link.download = `councilgraph-${table.path.replaceAll('.', '-')}.csv`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
