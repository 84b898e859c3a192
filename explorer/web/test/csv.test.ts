import assert from 'node:assert/strict';
import { test } from 'node:test';
import { facts, shortName, tables, telling, toCSV } from '../src/csv';

test('two lists side by side are two tables and multiply nothing', () => {
  const found = tables({
    meetings: {
      nodes: [
        {
          date: '2031-05-01',
          committee: { name: 'Harbour Board' },
          items: [{ title: 'Dredging' }, { title: 'Moorings' }],
          attendances: [{ status: 'PRESENT' }],
        },
      ],
    },
  });
  assert.deepEqual(
    found.map((table) => [table.path, table.rows.length]),
    [
      ['meetings.nodes', 1],
      ['meetings.nodes.items', 2],
      ['meetings.nodes.attendances', 1],
    ],
  );
  assert.deepEqual(found[1].rows[1], {
    'meetings.nodes.date': '2031-05-01',
    'meetings.nodes.committee.name': 'Harbour Board',
    'meetings.nodes.items.title': 'Moorings',
  });
});

test('lists of plain values are one cell, and null is an empty one', () => {
  const [table] = tables({ people: [{ name: 'Ann Example', roles: ['CHAIR', 'MEMBER'], ward: null }] });
  assert.equal(toCSV(table), '\uFEFFpeople.name,people.roles,people.ward\r\nAnn Example,CHAIR; MEMBER,\r\n');
});

test('rows may have columns that others lack', () => {
  const [table] = tables({ list: [{ a: 1 }, { b: 2 }] });
  assert.equal(toCSV(table), '\uFEFFlist.a,list.b\r\n1,\r\n,2\r\n');
});

test('an answer without a list has no table', () => {
  assert.deepEqual(tables({ council: { name: 'Example' } }), []);
  assert.deepEqual(tables(null), []);
  assert.deepEqual(tables(undefined), []);
});

for (const [text, cell] of [
  ['=1+1', "'=1+1"],
  ['@SUM(A1)', "'@SUM(A1)"],
  ['+44', "'+44"],
  ['-2 per cent', "'-2 per cent"],
  ['-2.5', '-2.5'],
  ['\tx', "'\tx"],
  ['=1,"2"', `"'=1,""2"""`],
  ['a\nb', '"a\nb"'],
  ['£141,000', '"£141,000"'],
  ['plain', 'plain'],
] as const) {
  test(`the cell ${JSON.stringify(text)} is written ${JSON.stringify(cell)}`, () => {
    assert.equal(toCSV({ path: 'x', columns: ['x'], rows: [{ x: text }] }), `\uFEFFx\r\n${cell}\r\n`);
  });
}

test('the values of an answer that stand in no list', () => {
  assert.deepEqual(facts({ council: { name: 'Example', committees: [{ name: 'Harbour Board' }], tags: ['a', 'b'] } }), {
    'council.name': 'Example',
    'council.tags': 'a; b',
  });
  assert.deepEqual(facts(null), {});
});

test('columns for people: the list\'s own without its path', () => {
  assert.equal(shortName('meetings.nodes', 'meetings.nodes.committee.name'), 'committee.name');
  assert.equal(shortName('meetings.nodes', 'meetings.totalCount'), 'meetings.totalCount');
});

test('what is the same in each row tells nothing', () => {
  const columns = ['m.totalCount', 'm.pageInfo.endCursor', 'm.nodes.items.totalCount', 'm.nodes.date'];
  assert.deepEqual(telling({ path: 'm.nodes', columns, rows: [] }), ['m.nodes.date']);
});
