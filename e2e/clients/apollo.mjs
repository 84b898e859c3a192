// Apollo Client: fetchMore, with relayStylePagination merging the pages in its cache.
import { ApolloClient, gql, HttpLink, InMemoryCache } from "@apollo/client";
import { relayStylePagination } from "@apollo/client/utilities";
import { endpoint, expect, size } from "./walk.mjs";

const query = gql`
  query ApolloResolutions($first: Int!, $after: String) {
    resolutions(first: $first, after: $after, orderBy: [{ field: DATE, direction: DESC }]) {
      edges { cursor node { id text date kind } }
      pageInfo { hasNextPage endCursor }
    }
  }
`;

const client = new ApolloClient({
  link: new HttpLink({ uri: endpoint }),
  cache: new InMemoryCache({ typePolicies: { Query: { fields: { resolutions: relayStylePagination(["orderBy"]) } } } }),
});
const watched = client.watchQuery({ query, variables: { first: size } });
const subscription = watched.subscribe(() => {});
await client.query({ query, variables: { first: size } });

// The list as the cache has put it together.
const list = () => client.readQuery({ query, variables: { first: size } }).resolutions;
let pages = 1;
while (list().pageInfo.hasNextPage) {
  await watched.fetchMore({ variables: { after: list().pageInfo.endCursor } });
  pages++;
}
await expect("Apollo Client", list().edges.map((e) => e.node.id), pages);
subscription.unsubscribe();
client.stop();
