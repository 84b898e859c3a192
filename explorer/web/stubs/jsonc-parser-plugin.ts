// Stands in for prettier/parser-babel, which GraphiQL loads only to lay out the JSON of the variables: Babel's parser is 100 times the
// code that JSON needs. The text goes through unread; the printer beside this file lays it out.
export const parsers = {
  jsonc: {
    parse: (text: string) => ({ text }),
    astFormat: 'jsonc-text',
    locStart: () => 0,
    locEnd: (node: { text: string }) => node.text.length,
  },
};
