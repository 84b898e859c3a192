package graph

import (
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"
	"github.com/vektah/gqlparser/v2/lexer"

	"councilgraph/internal/limits"
)

// size counts the tokens of a query and refuses one that is too long, before any of it is parsed. Comments are
// no tokens. What cannot be told into tokens is left to the parser, which says where it went wrong.
func size(query string, l *limits.Limits) (tokens int, refused *gqlerror.Error) {
	if n := len(query); n > l.Document {
		return 0, refuse(CodeLength, l.Document, n, "the query is %d bytes long; at most %d are read: put values into variables, ask for less at once", n, l.Document)
	}
	lex := lexer.New(&ast.Source{Input: query})
	for {
		token, err := lex.ReadToken()
		switch {
		case err != nil || token.Kind == lexer.EOF || token.Kind == lexer.Invalid:
			if tokens > l.Tokens {
				return tokens, refuse(CodeTokens, l.Tokens, tokens, "the query has %d tokens (names, values, signs); at most %d are read: ask for less at once", tokens, l.Tokens)
			}
			return tokens, nil
		case token.Kind != lexer.Comment:
			tokens++
		}
	}
}
