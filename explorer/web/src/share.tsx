import { ToolbarButton, useGraphiQL } from '@graphiql/react';
import { useEffect, useState } from 'react';
import { writeLink } from './link';

/** The toolbar's button that copies a link to the query in view; whoever follows it finds the query filled in, not run. */
export function ShareButton() {
  const queryEditor = useGraphiQL((state) => state.queryEditor);
  const variableEditor = useGraphiQL((state) => state.variableEditor);
  const operations = useGraphiQL((state) => state.operations);
  const operationName = useGraphiQL((state) => state.operationName);
  const [said, setSaid] = useState('');

  useEffect(() => {
    const timer = setTimeout(() => setSaid(''), 4000);
    return () => clearTimeout(timer);
  }, [said]);

  async function share() {
    const link = writeLink(location.href, {
      query: queryEditor?.getValue() ?? '',
      variables: variableEditor?.getValue(),
      operationName: (operations?.length ?? 0) > 1 ? operationName : undefined,
    });
    try {
      await navigator.clipboard.writeText(link);
      setSaid('Link copied');
    } catch {
      // The clipboard is closed to pages served without TLS.
      history.replaceState(null, '', link);
      setSaid('The link is in the address bar');
    }
  }

  return (
    <>
      <ToolbarButton onClick={() => void share()} label="Copy a link to this query">
        <svg className="graphiql-toolbar-icon" viewBox="0 0 24 24" fill="none" stroke="currentColor" strokeWidth="1.5" aria-hidden="true">
          <circle cx="6" cy="12" r="2.5" />
          <circle cx="17.5" cy="6" r="2.5" />
          <circle cx="17.5" cy="18" r="2.5" />
          <path d="m8.3 10.8 7-3.6M8.3 13.2l7 3.6" />
        </svg>
      </ToolbarButton>
      <div role="status" className="cg-said">
        {said}
      </div>
    </>
  );
}
