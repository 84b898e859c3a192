// What all clients are asked: the resolutions of Bromley, or of all councils, newest first, in pages that
// are smaller than the list. Each client's pages put together must be the list as plain HTTP gives it.
import assert from "node:assert/strict";

export const endpoint = process.env.ENDPOINT ?? "";
assert(endpoint, "ENDPOINT must be the address of the GraphQL endpoint");

export const size = 4;

const whole = `{ resolutions(first: 100, orderBy: [{field: DATE, direction: DESC}]) { totalCount nodes { id council { slug } } } }`;

// expect compares the ids that a client put together, of one council or of all, and says how many pages it took.
export async function expect(client, ids, pages, council) {
  const res = await fetch(endpoint, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({ query: whole }),
  });
  const { data, errors } = await res.json();
  assert.equal(errors, undefined);
  assert.equal(data.resolutions.nodes.length, data.resolutions.totalCount, "the list does not fit on one page of 100");
  const want = data.resolutions.nodes.filter((n) => !council || n.council.slug === council).map((n) => n.id);
  assert(want.length > size, `${want.length} resolutions are no two pages of ${size}`);
  assert.deepEqual(ids, want, `${client} put together another list`);
  assert.equal(pages, Math.ceil(want.length / size), `${client} took another number of pages`);
  console.log(`${client}: ${ids.length} resolutions in ${pages} pages`);
}
