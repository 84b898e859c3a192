// The published schema against what Relay demands of a server, and a description on everything.
import graphql from "@graphql-eslint/eslint-plugin";

export default [
  {
    files: ["generated/schema.graphql"],
    languageOptions: {
      parser: graphql.parser,
      parserOptions: { graphQLConfig: { schema: "./generated/schema.graphql" } },
    },
    plugins: { "@graphql-eslint": graphql },
    rules: {
      ...graphql.configs["flat/schema-relay"].rules,
      // Lists that are small by nature are plain; search, which is ranked, goes forwards only; groups of a list are
      // figures, which have no id to be fetched by.
      "@graphql-eslint/relay-edge-types": ["error", { listTypeCanWrapOnlyEdgeType: false, shouldImplementNode: false }],
      "@graphql-eslint/relay-arguments": ["error", { includeBoth: false }],
      "@graphql-eslint/require-description": ["error", { types: true, FieldDefinition: true, InputValueDefinition: true, EnumValueDefinition: true, DirectiveDefinition: true, rootField: true }],
      "@graphql-eslint/require-deprecation-reason": "error",
      "@graphql-eslint/unique-enum-value-names": "error",
    },
  },
];
