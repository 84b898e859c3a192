// Stands in for prettier/plugins/estree: prints what jsonc-parser-plugin.ts read, laid out by the parser that GraphiQL ships anyway.
import { applyEdits, format, parse, type ParseError } from 'jsonc-parser';

export const printers = {
  'jsonc-text': {
    print(path: { node: { text: string } }) {
      const { text } = path.node;
      const errors: ParseError[] = [];
      parse(text, errors, { allowTrailingComma: true, allowEmptyContent: true });
      if (errors.length > 0) {
        throw new SyntaxError('the variables are not JSON');
      }
      return applyEdits(text, format(text, undefined, { tabSize: 2, insertSpaces: true, eol: '\n' })).trim();
    },
  },
};
