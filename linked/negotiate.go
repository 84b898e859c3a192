package linked

import (
	"mime"
	"strconv"
	"strings"
)

// form is a form in which a document can be had.
type form struct {
	suffix string
	// types are its media types, the usual first.
	types []string
}

// forms are all forms, those that are preferred first where a client likes several as much.
func forms() []form {
	return []form{
		{".html", []string{"text/html", "application/xhtml+xml"}},
		{".jsonld", []string{"application/ld+json", "application/json"}},
		{".ttl", []string{"text/turtle", "application/x-turtle"}},
		{".nt", []string{"application/n-triples", "text/plain"}},
	}
}

// offered are the media types that are named to a client who can take none.
func offered() string { return "text/html, application/ld+json, text/turtle, application/n-triples" }

// suffixed parts the suffix of a form from a path.
func suffixed(path string) (string, *form) {
	for _, f := range forms() {
		if rest, ok := strings.CutSuffix(path, f.suffix); ok && rest != "" {
			return rest, &f
		}
	}
	return path, nil
}

// choose is the form that a client likes best, with the media type by which it is to be named; nil where it can take none. HTML
// is left out where there is none.
func choose(accept string, html bool) (*form, string) {
	if strings.TrimSpace(accept) == "" {
		accept = "*/*"
	}
	ranges := acceptable(accept)
	var best *form
	var named string
	most := 0.0
	for _, f := range forms() {
		if f.suffix == ".html" && !html {
			continue
		}
		for i, t := range f.types {
			q, exact := quality(ranges, t)
			if i > 0 && !exact { // a second name counts only for who asks for it
				continue
			}
			if q > most {
				best, named, most = &f, t, q
			}
		}
	}
	return best, named
}

// span is one range of an Accept header.
type span struct {
	kind string
	q    float64
}

func acceptable(accept string) []span {
	var out []span
	for part := range strings.SplitSeq(accept, ",") {
		kind, params, err := mime.ParseMediaType(strings.TrimSpace(part))
		if err != nil {
			continue
		}
		q := 1.0
		if given, ok := params["q"]; ok {
			if q, err = strconv.ParseFloat(given, 64); err != nil || q < 0 || q > 1 {
				continue
			}
		}
		out = append(out, span{kind, q})
	}
	return out
}

// quality is how much a client likes a media type, by the range that fits it most closely; exact says that it names the type.
func quality(ranges []span, kind string) (q float64, exact bool) {
	major, _, _ := strings.Cut(kind, "/")
	close := 0
	for _, r := range ranges {
		fits := 0
		switch r.kind {
		case kind:
			fits = 3
		case major + "/*":
			fits = 2
		case "*/*", "*":
			fits = 1
		}
		if fits > close || fits == close && fits > 0 && r.q > q {
			q, close = r.q, fits
		}
	}
	return q, close == 3
}
