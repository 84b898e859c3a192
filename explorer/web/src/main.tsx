import './workers';
import '@graphiql/react/style.css';
import '@graphiql/plugin-explorer/style.css';
import '@graphiql/plugin-history/style.css';
import '@graphiql/plugin-doc-explorer/style.css';
import 'graphiql/graphiql.css';
import './app.css';
import { explorerPlugin } from '@graphiql/plugin-explorer';
import { HISTORY_PLUGIN } from '@graphiql/plugin-history';
import { GraphiQL } from 'graphiql';
import { createRoot } from 'react-dom/client';
import { AnswerBar } from './answer-bar';
import { codePlugin } from './code';
import { CSVMenu } from './csv-menu';
import { type Example, examplesPlugin } from './examples';
import { fetcher } from './fetcher';
import { FitEditor } from './fit-editor';
import { FollowLinks } from './follow-links';
import { type Limit, limitsPlugin } from './limits';
import { readLink } from './link';
import { loadList } from './load';
import { narrow } from './narrow';
import { PrettifyOnly } from './prettify-only';
import { ShareButton } from './share';
import { URILinks } from './uri-links';

/** How many examples stand in tabs of their own when somebody comes for the first time. */
const firstTabs = 3;

// GraphiQL asks for the editor only once it is mounted; asked for here, it loads beside the examples.
void import('monaco-graphql/esm/monaco-editor.js');

function Explorer({ examples, limits }: { examples: Example[]; limits: Limit[] }) {
  const linked = readLink(location.href);
  // A link and default tabs exclude each other: with both, GraphiQL writes the linked query over the first tab.
  const start = linked
    ? { initialQuery: linked.query, initialVariables: linked.variables }
    : { defaultTabs: examples.slice(0, firstTabs).map(({ query }) => ({ query })) };
  const panel = examplesPlugin(examples);
  return (
    <GraphiQL
      {...start}
      fetcher={fetcher}
      plugins={[panel, HISTORY_PLUGIN, explorerPlugin({ showAttribution: false }), codePlugin, limitsPlugin(limits)]}
      visiblePlugin={window.innerWidth >= narrow ? panel : undefined}
      defaultQuery=""
      isHeadersEditorEnabled={false}
      showPersistHeadersSettings={false}
      inputValueDeprecation
      schemaDescription
    >
      <GraphiQL.Logo>
        <h1 className="cg-logo">councilgraph</h1>
      </GraphiQL.Logo>
      <GraphiQL.Toolbar>
        {({ prettify, merge, copy }) => (
          <>
            {prettify}
            {merge}
            {copy}
            <ShareButton />
            <CSVMenu />
          </>
        )}
      </GraphiQL.Toolbar>
      <GraphiQL.Footer>
        <AnswerBar />
      </GraphiQL.Footer>
      <FollowLinks operationName={linked?.operationName} />
      <FitEditor />
      <PrettifyOnly />
      <URILinks />
    </GraphiQL>
  );
}

const [examples, limits] = await Promise.all([
  loadList<Example>('examples.json').catch(() => []),
  loadList<Limit>('limits.json').catch(() => []),
]);
createRoot(document.getElementById('explorer')!).render(<Explorer examples={examples} limits={limits} />);
