package searchquery

import "strings"

// FTS5 writes the query for SQLite's index.
func (q *Query) FTS5(in In) string {
	and := []string{q.each(fts5Syntax, in.own(), true)}
	if in.Titled {
		and = append(and, "{title} : ("+q.each(fts5Syntax, nil, false)+")")
	}
	for _, list := range in.Marks {
		var any []string
		for _, m := range list {
			any = append(any, `"`+m+`"`)
		}
		and = append(and, "("+strings.Join(any, " OR ")+")")
	}
	return strings.Join(and, " AND ")
}

// TSQuery writes the query as PostgreSQL's tsquery for the vector of all words, or for that of the title: there, what must not stand
// in a text is left out, and words are not kept by council.
func (q *Query) TSQuery(in In, title bool) string {
	own := in.own()
	if title {
		own = nil
	}
	and := []string{q.each(tsquerySyntax, own, !title)}
	for _, list := range in.ofKind(own == nil) {
		var any []string
		for _, m := range list {
			any = append(any, "'"+m+"'")
		}
		and = append(and, "("+strings.Join(any, " | ")+")")
	}
	return strings.Join(and, " & ")
}

// syntax is how an index wants a query.
type syntax struct {
	term         func(Term) string
	word         func(word string, prefix bool) string
	and, or, not string
}

var (
	fts5Syntax    = syntax{Term.fts5, fts5Word, " AND ", " OR ", " NOT "}
	tsquerySyntax = syntax{Term.tsquery, tsqueryWord, " & ", " | ", " & !"}
)

// each writes the groups, with or without what must not stand in a text; as words of one council where own makes them such.
func (q *Query) each(s syntax, own func(string) string, none bool) string {
	term := s.term
	if own != nil {
		term = func(t Term) string { return t.own(s, own) }
	}
	var groups []string
	for _, g := range q.Any {
		out := "(" + joined(g.All, term, s.and) + ")"
		if none && len(g.None) > 0 {
			out = "(" + out + s.not + "(" + joined(g.None, term, s.or) + "))"
		}
		groups = append(groups, out)
	}
	return "(" + strings.Join(groups, s.or) + ")"
}

func joined(terms []Term, write func(Term) string, by string) string {
	out := make([]string, len(terms))
	for i, t := range terms {
		out[i] = write(t)
	}
	return strings.Join(out, by)
}

// own writes the term as words of a council. They have no places, so that a phrase is looked for beside its words.
func (t Term) own(s syntax, own func(string) string) string {
	last := len(t.Stems) - 1
	and := make([]string, last+1, last+2)
	for i, stem := range t.Stems {
		and[i] = s.word(own(stem), t.Prefix && i == last)
	}
	if last > 0 {
		and = append(and, s.term(t))
	}
	out := strings.Join(and, s.and)
	if stem := t.alternative(); stem != "" {
		out += s.or + s.word(own(stem), false)
	}
	return "(" + out + ")"
}

func fts5Word(word string, prefix bool) string {
	out := `"` + word + `"`
	if prefix {
		out += " *"
	}
	return out
}

func (t Term) fts5() string {
	out := fts5Word(strings.Join(t.Stems, " "), t.Prefix)
	if stem := t.alternative(); stem != "" {
		out = `(` + out + ` OR "` + stem + `")`
	}
	return out
}

func tsqueryWord(word string, prefix bool) string {
	out := "'" + word + "'"
	if prefix {
		out += ":*"
	}
	return out
}

func (t Term) tsquery() string {
	last := len(t.Stems) - 1
	words := make([]string, last+1)
	for i, s := range t.Stems {
		words[i] = tsqueryWord(s, t.Prefix && i == last)
	}
	out := strings.Join(words, " <-> ")
	if stem := t.alternative(); stem != "" {
		out += " | '" + stem + "'"
	}
	return "(" + out + ")"
}
