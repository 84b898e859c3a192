// graphql-codegen: a document with the types that were made of the published schema, asked with graphql-request;
// and the same document by its name alone, from the list that graphql-codegen writes for servers.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { GraphQLClient } from "graphql-request";
import { graphql } from "../generated/codegen/gql.js";
import { endpoint, expect, size } from "../walk.mjs";

const document = graphql(`
  query CodegenResolutions($first: Int!, $after: String) {
    resolutions(first: $first, after: $after, orderBy: [{ field: DATE, direction: DESC }]) {
      nodes {
        id
        date
        kind
        amounts {
          low
          high
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

const client = new GraphQLClient(endpoint);
const ids: string[] = [];
let pages = 0;
let after: string | null = null;
do {
  const { resolutions }: Awaited<ReturnType<typeof page>> = await page(after);
  pages++;
  for (const { id, date, amounts } of resolutions.nodes) {
    const day: string | null | undefined = date;
    const sums: (number | null | undefined)[] = amounts.map((a) => a.high);
    assert(day === null || typeof day === "string");
    assert(sums.every((sum) => sum === null || typeof sum === "number"));
    ids.push(id);
  }
  after = resolutions.pageInfo.hasNextPage ? (resolutions.pageInfo.endCursor ?? null) : null;
} while (after !== null);
await expect("graphql-codegen", ids, pages);

const names = Object.keys(JSON.parse(readFileSync("generated/codegen/persisted-documents.json", "utf8")));
assert.equal(names.length, 1);
const named = await fetch(endpoint, {
  method: "POST",
  headers: { "Content-Type": "application/json" },
  body: JSON.stringify({ documentId: names[0], variables: { first: size } }),
});
const answer = await named.json();
assert.equal(answer.errors, undefined, JSON.stringify(answer.errors));
assert.deepEqual(answer.data.resolutions.nodes.map((n: { id: string }) => n.id), ids.slice(0, size));
console.log("graphql-codegen: one page of a document by its name");

function page(after: string | null) {
  return client.request(document, { first: size, after });
}
