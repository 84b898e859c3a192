// What relay-compiler compiles: a pagination fragment that fetches its next pages by node(id:).
import { graphql } from "relay-runtime";

export const query = graphql`
  query resolutionsQuery($slug: String!, $first: Int!) {
    council(slug: $slug) {
      ...resolutions_council @arguments(first: $first)
    }
  }
`;

export const fragment = graphql`
  fragment resolutions_council on Council
  @refetchable(queryName: "resolutionsPageQuery")
  @argumentDefinitions(first: { type: "Int", defaultValue: 20 }, after: { type: "String" }) {
    name
    resolutions(first: $first, after: $after, orderBy: [{ field: DATE, direction: DESC }])
      @connection(key: "resolutions_resolutions") {
      edges {
        node {
          id
          text
          mover {
            name
          }
        }
      }
    }
  }
`;
