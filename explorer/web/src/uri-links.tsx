import { useMonaco } from '@graphiql/react';
import { useEffect } from 'react';
import { lastingIn, target } from './entity';
import { beside } from './place';

/** Makes every `uri` in an answer's JSON a link to its page (Ctrl and a click, as for web addresses; the table has plain links). */
export function URILinks() {
  const monaco = useMonaco((state) => state.monaco);
  useEffect(() => {
    const provider = monaco?.languages.registerLinkProvider('json', {
      provideLinks: (model) => ({
        links: model.getLinesContent().flatMap((line, row) =>
          lastingIn(line).map(({ start, end, value }) => ({
            range: { startLineNumber: row + 1, startColumn: start + 1, endLineNumber: row + 1, endColumn: end + 1 },
            url: beside(target(value)!).href,
            tooltip: 'Open the page',
          })),
        ),
      }),
    });
    return () => provider?.dispose();
  }, [monaco]);
  return null;
}
