// urql: queries by GET, whose answers caches on the way can keep. The second time an answer is not sent again.
import assert from "node:assert/strict";
import { cacheExchange, Client, fetchExchange, gql } from "@urql/core";
import { endpoint, expect, size } from "./walk.mjs";

const query = gql`
  query UrqlResolutions($first: Int!, $after: String) {
    resolutions(first: $first, after: $after, orderBy: [{ field: DATE, direction: DESC }]) {
      nodes { id text date council { id name } }
      pageInfo { hasNextPage endCursor }
    }
  }
`;

const asked = [];
const client = new Client({
  url: endpoint,
  preferGetMethod: "force",
  exchanges: [cacheExchange, fetchExchange],
  fetch: async (url, init) => {
    const res = await fetch(url, init);
    asked.push({ url, init, etag: res.headers.get("ETag") });
    return res;
  },
});

const ids = [];
let after = null;
for (;;) {
  const { data, error } = await client.query(query, { first: size, after }).toPromise();
  if (error) throw error;
  ids.push(...data.resolutions.nodes.map((n) => n.id));
  if (!data.resolutions.pageInfo.hasNextPage) break;
  after = data.resolutions.pageInfo.endCursor;
}
await expect("urql (GET)", ids, asked.length);
for (const { url, init, etag } of asked) {
  assert.equal(init.method, "GET");
  const again = await fetch(url, { headers: { ...init.headers, "If-None-Match": etag } });
  assert.equal(again.status, 304, "an answer that the client has is sent again");
}
