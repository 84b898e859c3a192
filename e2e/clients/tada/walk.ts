// gql.tada: the types of a query told from the published schema by the TypeScript compiler, without generated documents.
import { GraphQLClient } from "graphql-request";
import { initGraphQLTada, type ResultOf } from "gql.tada";
import type { introspection } from "../generated/tada.d.ts";
import { endpoint, expect, size } from "../walk.mjs";

const graphql = initGraphQLTada<{
  introspection: introspection;
  scalars: { Date: string; DateTime: string; URI: string };
}>();

const document = graphql(`
  query TadaResolutions($first: Int!, $after: String) {
    resolutions(first: $first, after: $after, orderBy: [{ field: DATE, direction: DESC }]) {
      edges {
        node {
          id
          date
          text
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
  const { resolutions }: ResultOf<typeof document> = await client.request(document, { first: size, after });
  pages++;
  ids.push(...resolutions.edges.map(({ node }) => node.id));
  after = resolutions.pageInfo.hasNextPage ? resolutions.pageInfo.endCursor : null;
} while (after !== null);
await expect("gql.tada", ids, pages);
