import type { GraphiQLPlugin } from '@graphiql/react';
import { useOpen } from './use-open';

/** One example as the server lists it in examples.json, in the order of the panel. */
export interface Example {
  name: string;
  group: string;
  title: string;
  about: string;
  operationName: string;
  query: string;
}

/** The panel of example queries: a click opens one in a tab and runs it. */
export function examplesPlugin(examples: Example[]): GraphiQLPlugin {
  return { title: 'Examples', icon: ExamplesIcon, content: () => <ExamplesPanel examples={examples} /> };
}

function ExamplesPanel({ examples }: { examples: Example[] }) {
  const open = useOpen();
  return (
    <section className="cg-examples" aria-labelledby="cg-examples-title">
      <h2 id="cg-examples-title">Examples</h2>
      <p>
        Choose one: it opens in a tab and runs. A list gives <strong>20</strong> entries, or with <code>first</code> up to{' '}
        <strong>100</strong>.
      </p>
      {examples.length === 0 && <p role="alert">The examples could not be loaded. Reload the page to try again.</p>}
      {inGroups(examples).map(([group, members]) => (
        <section key={group} aria-label={group}>
          <h3>{group}</h3>
          <ol>
            {members.map((example) => (
              <li key={example.name}>
                <button type="button" data-example={example.name} onClick={() => open(example, true)}>
                  <strong>{example.title}</strong>
                  <span>{example.about}</span>
                </button>
              </li>
            ))}
          </ol>
        </section>
      ))}
      <h3>Changing a query</h3>
      <p>
        Type, or tick fields under GraphiQL Explorer on the left; Ctrl-Space offers what fits, Ctrl-Enter runs the query. For the
        entries after those of a page, pass <code>pageInfo.endCursor</code> as <code>after</code>. What else is bounded stands under
        Limits on the left.
      </p>
      <h3>Reading the answers</h3>
      <p>
        <code>null</code> means that the page did not say, or that it could not be read with certainty: nothing is guessed.
        Every extracted fact has <code>evidence</code>, which quotes its source.
      </p>
      <p>
        The same examples with their results, without this editor: <a href="../examples">examples</a>. All that can be asked stands in <a href="../schema.graphql">schema.graphql</a>, and with search under Docs on the
        left.
      </p>
    </section>
  );
}

/** The groups in the order of their first example, each with its examples. */
function inGroups(examples: Example[]): [string, Example[]][] {
  const groups = new Map<string, Example[]>();
  for (const example of examples) {
    groups.set(example.group, [...(groups.get(example.group) ?? []), example]);
  }
  return [...groups];
}

function ExamplesIcon() {
  return (
    <svg viewBox="0 0 24 24" fill="none" stroke="currentColor" strokeWidth="1.5" aria-hidden="true">
      <path d="M9 18h6M10 21h4M12 3a6 6 0 0 0-3.6 10.8c.6.5 1.1 1.3 1.1 2.2h5c0-.9.5-1.7 1.1-2.2A6 6 0 0 0 12 3Z" />
    </svg>
  );
}
