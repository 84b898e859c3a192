import { useAnswer } from './answer';
import { type Table, shortName, telling } from './csv';
import { target } from './entity';
import { saveTable } from './save';

/** The most rows of one table that are drawn. A CSV has all of them. */
const mostRows = 500;

/** The answer in view as tables, in place of its JSON. */
export function TableView() {
  const answer = useAnswer();
  return (
    <section className="cg-tables" aria-label="The answer as tables" tabIndex={0}>
      {answer === undefined && <p>Run a query: its lists are shown here as tables.</p>}
      {answer?.errors.map((message, i) => (
        <p key={i} role="alert">
          {message}
        </p>
      ))}
      {answer?.tables.map((table) => (
        <ListTable key={table.path} table={table} />
      ))}
      {answer && answer.tables.length === 0 && <Facts facts={answer.facts} />}
    </section>
  );
}

function ListTable({ table }: { table: Table }) {
  const { path, rows } = table;
  const columns = telling(table);
  const count = `${rows.length.toLocaleString('en-GB')} ${rows.length === 1 ? 'row' : 'rows'}`;
  return (
    <div className="cg-list">
      <h2>
        {path}
        <small> {rows.length > mostRows ? `${count}, the first ${mostRows} of which are shown` : count}</small>{' '}
        <button type="button" className="cg-button" onClick={() => saveTable(table)} aria-label={`Save ${path} as CSV`}>
          CSV
        </button>
      </h2>
      <div className="cg-scroll" tabIndex={0} role="group" aria-label={`Table ${path}`}>
        <table>
          <thead>
            <tr>
              {columns.map((column) => (
                <th key={column} scope="col" title={column}>
                  {shortName(path, column)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.slice(0, mostRows).map((row, i) => (
              <tr key={i}>
                {columns.map((column) => (
                  <td key={column}>
                    <Value text={row[column] ?? ''} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  );
}

function Facts({ facts }: { facts: Record<string, string> }) {
  const names = Object.keys(facts);
  if (names.length === 0) {
    return <p>The answer has no list and no values.</p>;
  }
  return (
    <table>
      <tbody>
        {names.map((name) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            <td>
              <Value text={facts[name]} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Value({ text }: { text: string }) {
  const href = target(text);
  return href ? (
    <a href={href} target="_blank" rel="noreferrer">
      {text}
    </a>
  ) : (
    text
  );
}
