import { type GraphiQLPlugin, useGraphiQL } from '@graphiql/react';
import { useState } from 'react';
import { beside } from './place';
import { type Language, languages, snippet } from './snippet';

/** The panel that shows the query in view as a program in one of four languages. */
export const codePlugin: GraphiQLPlugin = { title: 'Code', icon: CodeIcon, content: CodePanel };

function CodePanel() {
  const tab = useGraphiQL((state) => state.tabs[state.activeTabIndex]);
  const many = useGraphiQL((state) => (state.operations?.length ?? 0) > 1);
  const name = useGraphiQL((state) => state.operationName);
  const [language, setLanguage] = useState<Language>('curl');
  const [said, setSaid] = useState('');

  const code = snippet(language, beside('../graphql').href, {
    query: tab?.query ?? '',
    variables: tab?.variables ?? undefined,
    operationName: many ? name : undefined,
  });

  async function copy() {
    try {
      await navigator.clipboard.writeText(code);
      setSaid('Copied');
    } catch {
      setSaid('Select the text and copy it: the clipboard is closed to pages served without TLS');
    }
  }

  return (
    <section className="cg-panel" aria-labelledby="cg-code-title">
      <h2 id="cg-code-title">Code</h2>
      <p>The query in view, sent from a program of your own. It needs no key and no library beyond the language's own.</p>
      <div role="group" aria-label="Language" className="cg-choices">
        {(Object.keys(languages) as Language[]).map((one) => (
          <button key={one} type="button" className="cg-button" aria-pressed={one === language} onClick={() => setLanguage(one)}>
            {languages[one]}
          </button>
        ))}
        <button type="button" className="cg-button" onClick={() => void copy()}>
          Copy
        </button>
      </div>
      <p role="status">{said}</p>
      <pre className="cg-code" tabIndex={0} aria-label={`The query in ${languages[language]}`} data-language={language}>
        {code}
      </pre>
    </section>
  );
}

function CodeIcon() {
  return (
    <svg viewBox="0 0 24 24" fill="none" stroke="currentColor" strokeWidth="1.5" aria-hidden="true">
      <path d="m8 7-5 5 5 5M16 7l5 5-5 5M13.5 5l-3 14" />
    </svg>
  );
}
