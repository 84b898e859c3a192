package searchquery

import "strings"

// FTS5 writes the query for SQLite's index. Of marks a text must have one out of each list; titled asks
// for the words in the title.
func (q *Query) FTS5(marks [][]string, titled bool) string {
	and := []string{q.each(fts5Syntax, true)}
	if titled {
		and = append(and, "{title} : ("+q.each(fts5Syntax, false)+")")
	}
	for _, list := range marks {
		var any []string
		for _, m := range list {
			any = append(any, `"`+m+`"`)
		}
		and = append(and, "("+strings.Join(any, " OR ")+")")
	}
	return strings.Join(and, " AND ")
}

// TSQuery writes the query as PostgreSQL's tsquery. With bare, what must not stand in a text is left out:
// that is the query for the vector of the title.
func (q *Query) TSQuery(marks [][]string, bare bool) string {
	and := []string{q.each(tsquerySyntax, !bare)}
	for _, list := range marks {
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
	and, or, not string
}

var (
	fts5Syntax    = syntax{Term.fts5, " AND ", " OR ", " NOT "}
	tsquerySyntax = syntax{Term.tsquery, " & ", " | ", " & !"}
)

// each writes the groups, with or without what must not stand in a text.
func (q *Query) each(s syntax, none bool) string {
	var groups []string
	for _, g := range q.Any {
		out := "(" + joined(g.All, s.term, s.and) + ")"
		if none && len(g.None) > 0 {
			out = "(" + out + s.not + "(" + joined(g.None, s.term, s.or) + "))"
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

func (t Term) fts5() string {
	out := `"` + strings.Join(t.Stems, " ") + `"`
	if t.Prefix {
		out += " *"
	}
	if stem := t.alternative(); stem != "" {
		out = `(` + out + ` OR "` + stem + `")`
	}
	return out
}

func (t Term) tsquery() string {
	words := make([]string, len(t.Stems))
	for i, s := range t.Stems {
		words[i] = "'" + s + "'"
	}
	out := strings.Join(words, " <-> ")
	if t.Prefix {
		out += ":*"
	}
	if stem := t.alternative(); stem != "" {
		out += " | '" + stem + "'"
	}
	return "(" + out + ")"
}
