import assert from 'node:assert/strict';
import { test } from 'node:test';
import { lastingIn, target } from '../src/entity';

for (const [value, leads] of [
  ['/id/bromley', '../doc/bromley'],
  ['/id/bromley/executive/2017-01-11/152', '../doc/bromley/executive/2017-01-11/152'],
  ['https://councils.example/mgAi.aspx?ID=4', 'https://councils.example/mgAi.aspx?ID=4'],
  ['javascript:alert(1)', undefined],
  ['data:text/html,x', undefined],
  ['//elsewhere.example', undefined],
  ['see https://councils.example', undefined],
  ['/id/a b', undefined],
  ['/graphql', undefined],
  ['', undefined],
] as const) {
  test(`${JSON.stringify(value)} leads to ${leads}`, () => assert.equal(target(value), leads));
}

test('addresses are found where they stand in a line', () => {
  const line = '      "uri": "/id/bromley/executive", "x": "/ids"';
  const [found, ...others] = lastingIn(line);
  assert.deepEqual(others, []);
  assert.equal(line.slice(found.start, found.end), '/id/bromley/executive');
});
