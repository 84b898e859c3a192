import { ToolbarButton, ToolbarMenu } from '@graphiql/react';
import { useAnswer } from './answer';
import { saveTable } from './save';

/** The toolbar's menu that saves the answer in view as CSV, one file for each list in it. */
export function CSVMenu() {
  return (
    <ToolbarMenu
      button={
        <ToolbarButton label="Save the answer as CSV">
          <CSVIcon />
        </ToolbarButton>
      }
    >
      <Lists />
    </ToolbarMenu>
  );
}

/** The menu's entries; they are mounted, and the answer read, only while the menu is open. */
function Lists() {
  const found = useAnswer()?.tables ?? [];
  if (found.length === 0) {
    return <ToolbarMenu.Item disabled>No list to save: run a query that has one</ToolbarMenu.Item>;
  }
  return found.map((table) => (
    <ToolbarMenu.Item key={table.path} onSelect={() => saveTable(table)}>
      {`${table.path} as CSV (${table.rows.length} ${table.rows.length === 1 ? 'row' : 'rows'})`}
    </ToolbarMenu.Item>
  ));
}

function CSVIcon() {
  return (
    <svg className="graphiql-toolbar-icon" viewBox="0 0 24 24" fill="none" stroke="currentColor" strokeWidth="1.5" aria-hidden="true">
      <path d="M4 5h16v14H4zM4 10h16M4 14.5h16M10 5v14" />
    </svg>
  );
}
