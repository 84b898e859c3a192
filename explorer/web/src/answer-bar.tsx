import { useState, useSyncExternalStore } from 'react';
import { costInWords, latestCost, watchCost } from './cost';
import { TableView } from './table-view';

/** The bar below the answer: the answer as JSON or as tables, and what the last run cost. */
export function AnswerBar() {
  const [asTables, setAsTables] = useState(false);
  const run = useSyncExternalStore(watchCost, latestCost);
  return (
    <>
      {asTables && <TableView />}
      <div className="cg-bar">
        <div role="group" aria-label="Show the answer as">
          <button type="button" className="cg-button" aria-pressed={!asTables} onClick={() => setAsTables(false)}>
            JSON
          </button>
          <button type="button" className="cg-button" aria-pressed={asTables} onClick={() => setAsTables(true)}>
            Table
          </button>
        </div>
        <p role="status" className="cg-cost">
          {run ? costInWords(run) : ''}
        </p>
      </div>
    </>
  );
}
