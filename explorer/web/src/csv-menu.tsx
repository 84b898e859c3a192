import { ToolbarButton, ToolbarMenu, useGraphiQL } from '@graphiql/react';
import { useState } from 'react';
import { type Table, tables, toCSV } from './csv';

/** The toolbar's menu that saves the answer in view as CSV, one file for each list in it. */
export function CSVMenu() {
  const responseEditor = useGraphiQL((state) => state.responseEditor);
  const [found, setFound] = useState<Table[]>([]);
  return (
    <ToolbarMenu
      button={
        <ToolbarButton label="Save the answer as CSV">
          <CSVIcon />
        </ToolbarButton>
      }
      onOpenChange={(isOpen) => isOpen && setFound(read(responseEditor?.getValue() ?? ''))}
    >
      {found.length === 0 && <ToolbarMenu.Item disabled>No list to save: run a query that has one</ToolbarMenu.Item>}
      {found.map((table) => (
        <ToolbarMenu.Item key={table.path} onSelect={() => save(table)}>
          {`${table.path} as CSV (${table.rows.length} ${table.rows.length === 1 ? 'row' : 'rows'})`}
        </ToolbarMenu.Item>
      ))}
    </ToolbarMenu>
  );
}

function read(answer: string): Table[] {
  try {
    return tables(JSON.parse(answer).data);
  } catch {
    return []; // no answer yet, or one that is not JSON
  }
}

function save(table: Table): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([toCSV(table)], { type: 'text/csv;charset=utf-8' }));
  link.download = `councilgraph-${table.path.replaceAll('.', '-')}.csv`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

function CSVIcon() {
  return (
    <svg className="graphiql-toolbar-icon" viewBox="0 0 24 24" fill="none" stroke="currentColor" strokeWidth="1.5" aria-hidden="true">
      <path d="M4 5h16v14H4zM4 10h16M4 14.5h16M10 5v14" />
    </svg>
  );
}
