package searchquery

import (
	"math"
	"slices"

	"councilgraph/internal/searchtext"
)

// CountedTexts is how many texts are counted for a term at most: a word that stands in more is as common as
// a word can be.
const CountedTexts = 2000

// The ranking is BM25 over title and body (BM25F). A term's worth falls with the number of texts that it
// stands in, a further time that it stands in one text counts less than the time before, and a long text
// counts less than a short one. It rests on counts that are the same in both databases, so that the order
// is the same too.
const (
	saturation  = 1.2  // k1: how soon more of the same stops to count
	titleLength = 0.4  // b of the title: how much a long title counts against it
	bodyLength  = 0.6  // b of the body
	inTitle     = 1.25 // all terms in the title of a text
)

// shape is how much a title counts beside a body in a kind of text, and how long both usually are. A
// resolution's title is that of its item, which several share; names count as titles.
type shape struct{ weight, title, body float64 }

var shapes = map[searchtext.Kind]shape{
	searchtext.AgendaItem: {3, 7, 90},
	searchtext.Resolution: {1.2, 7, 30},
	searchtext.Person:     {3, 3, 10},
	searchtext.Committee:  {3, 4, 10},
	searchtext.Issue:      {2.5, 7, 10},
	searchtext.Document:   {2.5, 7, 10},
}

// Ranker ranks texts for one query.
type Ranker struct {
	terms []Term
	worth []float64
}

// NewRanker ranks for these terms of a query. texts says for each how many texts it stands in, as far as
// CountedTexts.
func NewRanker(terms []Term, texts []int) *Ranker {
	r := &Ranker{terms, make([]float64, len(terms))}
	for i, n := range texts {
		r.worth[i] = worth(n)
	}
	return r
}

// Common says whether every term stands in so many texts that they are no longer counted.
func (r *Ranker) Common() bool {
	return !slices.ContainsFunc(r.worth, func(w float64) bool { return w > worth(CountedTexts) })
}

// worth is what a term counts that stands in so many texts.
func worth(texts int) float64 {
	return math.Log(1 + CountedTexts/(float64(min(texts, CountedTexts))+0.5))
}

// scale makes a score a whole number, so that a cursor keeps it exactly.
const scale = 1e6

// Score is how well a text fits, in millionths; more is better.
func (r *Ranker) Score(kind searchtext.Kind, tally searchtext.Tally) int64 {
	s, length := shapes[kind], tally.Length()
	longTitle := 1 - titleLength + titleLength*float64(length.Title)/s.title
	longBody := 1 - bodyLength + bodyLength*float64(length.Body)/s.body
	sum, titled := 0.0, true
	for i, t := range r.terms {
		c := t.count(tally)
		titled = titled && c.Title > 0
		times := s.weight*float64(c.Title)/longTitle + float64(c.Body)/longBody
		sum += r.worth[i] * times * (saturation + 1) / (times + saturation)
	}
	if titled && kind != searchtext.Resolution {
		sum *= inTitle
	}
	return int64(math.Round(sum * scale))
}

// Points is a score as it is shown.
func Points(score int64) float64 { return float64(score) / scale }

// count is how often a term stands in a text. A phrase counts as often as the rarest of its words: the
// index has settled that it stands there.
func (t Term) count(tally searchtext.Tally) searchtext.Count {
	least := searchtext.Count{Title: math.MaxInt, Body: math.MaxInt}
	for i, stem := range t.Stems {
		c := tally.Of(stem)
		if t.Prefix && i == len(t.Stems)-1 {
			c = tally.Beginning(stem)
			if a := t.alternative(); a != "" {
				also := tally.Of(a)
				c = searchtext.Count{Title: c.Title + also.Title, Body: c.Body + also.Body}
			}
		}
		least = searchtext.Count{Title: min(least.Title, c.Title), Body: min(least.Body, c.Body)}
	}
	return least
}
