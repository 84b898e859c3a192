import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readLink, writeLink } from '../src/link';

const page = 'https://councils.example/graphiql/';

test('what is written is read back', () => {
  const operation = { query: '# why & how?\nquery A($x: Int) { a(x: $x) + "£" }', variables: '{"x": 1}', operationName: 'A' };
  const link = writeLink(`${page}?query=old#query=older`, operation);
  assert.ok(link.startsWith(`${page}?query=`), link);
  assert.deepEqual(readLink(link), operation);
});

test('a long query goes after #, and is read back', () => {
  const operation = { query: `{ a } # ${'long '.repeat(1000)}`, variables: undefined, operationName: undefined };
  const link = writeLink(page, operation);
  assert.ok(link.startsWith(`${page}#query=`), link.slice(0, 80));
  assert.deepEqual(readLink(link), operation);
});

test('what stands after # goes before what stands after ?', () => {
  assert.equal(readLink(`${page}?query={a}#query={b}`)?.query, '{b}');
});

test('an address without a query is no link', () => {
  assert.equal(readLink(page), undefined);
  assert.equal(readLink(`${page}?variables={}&query=`), undefined);
  assert.equal(readLink(`${page}#top`), undefined);
});

test('blank variables and no operation name are left out', () => {
  assert.equal(writeLink(page, { query: '{a}', variables: ' \n' }), `${page}?query=%7Ba%7D`);
});
