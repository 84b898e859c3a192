import assert from 'node:assert/strict';
import { test } from 'node:test';
import { costInWords, latestCost, noteCost, takeCost, watchCost } from '../src/cost';

test('the cost is taken out, and the rest of the answer stays', () => {
  const answer = { data: { a: 1 }, extensions: { cost: { cost: 7, nodeCount: 2 }, other: true } };
  assert.deepEqual(takeCost(answer), { cost: 7, nodeCount: 2 });
  assert.deepEqual(answer, { data: { a: 1 }, extensions: { other: true } });
});

test('extensions that held nothing but the cost go', () => {
  const answer = { data: null, extensions: { cost: { cost: 1, nodeCount: 0 } } };
  takeCost(answer);
  assert.deepEqual(answer, { data: null });
});

test('an answer without extensions has no cost', () => {
  assert.equal(takeCost({ data: {} }), undefined);
  assert.equal(takeCost(null), undefined);
});

test('the cost in words', () => {
  assert.equal(
    costInWords({ operationName: 'Meetings', cost: { cost: 1234, nodeCount: 5, limit: 100000, remaining: 98766 } }),
    'Meetings cost 1,234 points; you have 98,766 of 100,000 left',
  );
  assert.equal(costInWords({ cost: { cost: 1, nodeCount: 0 } }), 'The run cost 1 point');
});

test('whoever watches is told until it stops watching', () => {
  let told = 0;
  const stop = watchCost(() => told++);
  noteCost({ cost: { cost: 3, nodeCount: 0 } });
  assert.equal(latestCost()?.cost.cost, 3);
  stop();
  noteCost(undefined);
  assert.equal(told, 1);
});
