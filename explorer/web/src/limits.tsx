import type { GraphiQLPlugin } from '@graphiql/react';

/** One limit of this server as it lists it in limits.json. */
export interface Limit {
  /** Its name in errors.md and on the command line. */
  name: string;
  /** What it bounds, as a sentence that has the number in it. */
  says: string;
}

/** The panel that says what may be asked, in plain words, with the numbers that this server was started with. */
export function limitsPlugin(limits: Limit[]): GraphiQLPlugin {
  return { title: 'Limits', icon: LimitsIcon, content: () => <LimitsPanel limits={limits} /> };
}

function LimitsPanel({ limits }: { limits: Limit[] }) {
  return (
    <section className="cg-panel" aria-labelledby="cg-limits-title" tabIndex={0}>
      <h2 id="cg-limits-title">Limits</h2>
      <p>
        The data is open and needs no key. So that it stays quick for everybody, each query has a price and a largest size. A query that is
        over a limit is not run; the error says which limit it was, its number and yours.
      </p>
      {limits.length === 0 && <p role="alert">The limits could not be loaded. Reload the page to try again.</p>}
      <dl>
        {limits.map(({ name, says }) => (
          <div key={name} data-limit={name}>
            <dt>{name}</dt>
            <dd>{says}</dd>
          </div>
        ))}
      </dl>
      <p>
        The bar below an answer says what the run cost. To ask for the price in a query of your own, add{' '}
        <code>{'rateLimit { cost remaining }'}</code>.
      </p>
    </section>
  );
}

function LimitsIcon() {
  return (
    <svg viewBox="0 0 24 24" fill="none" stroke="currentColor" strokeWidth="1.5" aria-hidden="true">
      <path d="M4 17a8 8 0 1 1 16 0M12 17l4-6M4 17h2M18 17h2" />
    </svg>
  );
}
