/** What the server says that a run cost: points, and what the sender can still spend, where points are counted. */
export interface Cost {
  cost: number;
  nodeCount: number;
  limit?: number;
  remaining?: number;
}

/** A run and its cost, as the bar below the answer tells it. */
export interface PricedRun {
  operationName?: string;
  cost: Cost;
}

let latest: PricedRun | undefined;
const listeners = new Set<() => void>();

/** Keeps the cost of the run that was answered last, and tells whoever watches; undefined where the server named none. */
export function noteCost(run: PricedRun | undefined): void {
  latest = run;
  listeners.forEach((tell) => tell());
}

/** What noteCost kept last. */
export function latestCost(): PricedRun | undefined {
  return latest;
}

/** Calls back whenever a cost is noted, until the function that it answers is called. */
export function watchCost(tell: () => void): () => void {
  listeners.add(tell);
  return () => listeners.delete(tell);
}

/**
 * Takes extensions.cost out of an answer: the reader asked for no extensions, and sees the answer that any client gets. Answers the
 * cost, or undefined where the answer has none.
 */
export function takeCost(answer: unknown): Cost | undefined {
  if (typeof answer !== 'object' || answer === null || !('extensions' in answer)) {
    return undefined;
  }
  const extensions = answer.extensions as { cost?: Cost };
  const { cost } = extensions;
  delete extensions.cost;
  if (Object.keys(extensions).length === 0) {
    delete (answer as { extensions?: unknown }).extensions;
  }
  return cost;
}

/** Says a run's cost in words, for people. */
export function costInWords({ operationName, cost }: PricedRun): string {
  const run = operationName ? `${operationName} cost` : 'The run cost';
  const price = `${run} ${points(cost.cost)}`;
  if (cost.limit === undefined || cost.remaining === undefined) {
    return price;
  }
  return `${price}; you have ${number(cost.remaining)} of ${number(cost.limit)} left`;
}

function points(count: number): string {
  return count === 1 ? '1 point' : `${number(count)} points`;
}

function number(value: number): string {
  return value.toLocaleString('en-GB');
}
