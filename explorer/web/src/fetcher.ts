import type { Fetcher } from '@graphiql/toolkit';
import { noteCost, takeCost } from './cost';
import { beside } from './place';

/** The GraphQL endpoint beside this page. */
const endpoint = beside('../graphql');

/** The operation by which GraphiQL learns the schema; the reader has not run it. */
const introspection = 'IntrospectionQuery';

/**
 * Sends one operation as JSON by POST and answers what came back.
 * The answer is an observable of one value, so that GraphiQL's stop button cancels the request.
 */
export const fetcher: Fetcher = (operation) => ({
  subscribe(observer: { next(value: unknown): void; error(error: unknown): void; complete(): void }) {
    const cancel = new AbortController();
    const priced = operation.operationName !== introspection;
    ask(priced ? { ...operation, extensions: { cost: true } } : operation, cancel.signal).then(
      (answer) => {
        if (priced) {
          const cost = takeCost(answer);
          noteCost(cost && { operationName: operation.operationName ?? undefined, cost });
        }
        observer.next(answer);
        observer.complete();
      },
      (error: unknown) => {
        if (!cancel.signal.aborted) {
          observer.error(error);
        }
      },
    );
    return { unsubscribe: () => cancel.abort() };
  },
}) as ReturnType<Fetcher>;

async function ask(operation: unknown, signal: AbortSignal): Promise<unknown> {
  const response = await fetch(endpoint, {
    method: 'POST',
    headers: {
      'Content-Type': 'application/json',
      Accept: 'application/graphql-response+json, application/json',
    },
    body: JSON.stringify(operation),
    signal,
  });
  const text = await response.text();
  try {
    return JSON.parse(text);
  } catch {
    const seen = text.trim().slice(0, 300) || 'an empty body';
    return { errors: [{ message: `the endpoint answered ${response.status} with something other than JSON: ${seen}` }] };
  }
}
