package explain

import (
	"strings"
	"testing"

	"councilgraph/ingest/record"
)

func page() *record.Page {
	return &record.Page{
		Page: record.PageInfo{Type: record.PageItem, Format: "test"}, Text: "Lamps <b>\nResolved: that £5 be spent.\n",
		Meetings: []record.Meeting{{Items: []record.AgendaItem{{
			Title: "Lamps", Span: record.Span{Start: 0, End: 37, Rule: "item-block"},
			Resolutions: []record.Resolution{{Text: "that £5 be spent.", Kind: "resolved", Span: record.Span{Start: 20, End: 37, Rule: "resolved"}}},
			Amounts:     []record.Amount{{AsWritten: "£5", Currency: "GBP", Span: record.Span{Start: 25, End: 27, Rule: "pounds"}}},
		}}}},
	}
}

func TestFacts(t *testing.T) {
	var got []string
	for _, f := range Facts(page()) {
		got = append(got, f.Kind+" "+f.Rule)
	}
	if want := "AgendaItem item-block, Resolution resolved, Amount pounds"; strings.Join(got, ", ") != want {
		t.Errorf("%v; want %s", got, want)
	}
}

// Each fact stands once, with its words and its rule.
func TestText(t *testing.T) {
	var b strings.Builder
	if err := Text(&b, page(), false); err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"Resolved: that £5 be spent.\n    Resolution \"that £5 be spent.\" (kind resolved) [resolved]\n    Amount \"£5\" (currency GBP) [pounds]"} {
		if strings.Count(b.String(), want) != 1 {
			t.Errorf("%q is not once in\n%s", want, b.String())
		}
	}
}

// The text comes through whole and escaped, whatever overlaps.
func TestHTML(t *testing.T) {
	var b strings.Builder
	if err := HTML(&b, page()); err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"Lamps &lt;b&gt;", `<mark class="Amount" title="AgendaItem [item-block]`, "[pounds]\">£5</mark>"} {
		if !strings.Contains(b.String(), want) {
			t.Errorf("no %q in\n%s", want, b.String())
		}
	}
	whole := ""
	for _, p := range pieces(page()) {
		whole += p.Text
	}
	if whole != page().Text {
		t.Errorf("the pieces are %q", whole)
	}
}
