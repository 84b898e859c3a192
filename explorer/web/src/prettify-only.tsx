import { useMonaco } from '@graphiql/react';
import { useEffect } from 'react';

/** Takes Monaco's own "Format Document" for GraphQL out of its menu: GraphiQL's Prettify does that work, so the worker ships no formatter. */
export function PrettifyOnly() {
  const graphql = useMonaco((state) => state.monacoGraphQL);
  useEffect(() => {
    graphql?.setModeConfiguration({ ...graphql.modeConfiguration, documentFormattingEdits: false });
  }, [graphql]);
  return null;
}
