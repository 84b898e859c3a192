import { useGraphiQL } from '@graphiql/react';
import { useMemo } from 'react';
import { type Table, facts, tables } from './csv';

/** What there is to show of the answer in view as tables: one for each list, or its single values where it has no list. */
export interface Shown {
  tables: Table[];
  facts: Record<string, string>;
  /** Messages of the errors that came with it. */
  errors: string[];
}

/** Reads the answer of the tab in view; undefined where there is none, or none that is JSON. */
export function useAnswer(): Shown | undefined {
  const text = useGraphiQL((state) => state.tabs[state.activeTabIndex]?.response);
  return useMemo(() => read(text ?? ''), [text]);
}

/** Reads an answer's text. */
export function read(text: string): Shown | undefined {
  try {
    const { data, errors } = JSON.parse(text);
    return { tables: tables(data), facts: facts(data), errors: (errors ?? []).map((error: { message: string }) => error.message) };
  } catch {
    return undefined;
  }
}
