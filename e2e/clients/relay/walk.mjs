// Relay: its runtime fetches the pages with what relay-compiler made of resolutions.js, and its store merges
// them. What usePaginationFragment does on a page is done here by hand, as there is no React.
import { createRequire } from "node:module";
import assert from "node:assert/strict";
import runtime from "relay-runtime";
import { endpoint, expect, size } from "../walk.mjs";

const { createOperationDescriptor, Environment, fetchQuery, getPaginationMetadata, getPaginationVariables, getSingularSelector, Network, RecordSource, Store } = runtime;
const made = createRequire(new URL("../generated/relay/", import.meta.url));
const query = made("./resolutionsQuery.graphql.js");
const fragment = made("./resolutions_council.graphql.js");
const council = "bromley";

const environment = new Environment({
  store: new Store(new RecordSource()),
  network: Network.create(async ({ text }, variables) => {
    const res = await fetch(endpoint, {
      method: "POST",
      headers: { "Content-Type": "application/json", Accept: "application/graphql-response+json" },
      body: JSON.stringify({ query: text, variables }),
    });
    return res.json();
  }),
});

const first = createOperationDescriptor(query, { slug: council, first: size });
await fetchQuery(environment, query, first.request.variables).toPromise();
const found = environment.lookup(first.fragment).data.council;
const selector = getSingularSelector(fragment, found);

// The connection as the store has it; pageInfo is asked for by relay-compiler.
const list = () => {
  const { data, isMissingData } = environment.lookup(selector);
  assert.equal(isMissingData, false);
  return data.resolutions;
};
const { paginationRequest, paginationMetadata, identifierField } = getPaginationMetadata(fragment, "the pagination fragment");
let pages = 1;
while (list().pageInfo.hasNextPage) {
  const variables = getPaginationVariables("forward", size, list().pageInfo.endCursor, selector.variables, {}, paginationMetadata);
  variables.id = environment.lookup(selector).data[identifierField];
  await fetchQuery(environment, paginationRequest, variables).toPromise();
  pages++;
}
await expect("Relay", list().edges.map((e) => e.node.id), pages, council);
