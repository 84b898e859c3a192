package load

import (
	"context"
	"slices"
	"strings"

	entsql "entgo.io/ent/dialect/sql"

	"councilgraph/ingest/link"
)

// naming families of which the loader makes one itself: the source's number of a person.
const numberFamily = "uid/"

// identifying settles who the namings of a batch, and those of earlier pages that have to do with them, are.
type identifying struct {
	*batch
	known  map[string]*remembered // namings of other sources, by name
	looked map[string]bool        // families
	todo   []string
	result *link.Result
}

// settlePeople says who the namings of the batch are. The sources of which a naming is found to be somebody
// else than before join the batch, and it answers true where there are any.
func (b *batch) settlePeople(ctx context.Context) (more bool, err error) {
	if b.people == nil {
		b.people = &identifying{batch: b, known: map[string]*remembered{}, looked: map[string]bool{}}
	}
	p := b.people
	for _, w := range b.ordered() {
		if err := b.name(ctx, w); err != nil {
			return false, err
		}
	}
	if err := p.gather(ctx); err != nil {
		return false, err
	}
	result := link.Resolve(p.mentions(), b.loader.corrections[b.council.RegisterCode], Slug)
	p.result = &result
	for _, w := range b.works {
		for i := range w.people.namings {
			n := &w.people.namings[i]
			n.answer = b.answerOf(result.Answers[n.mention.Ref])
		}
	}
	changed := map[int64]bool{}
	for _, s := range p.known {
		now := b.answerOf(result.Answers[s.mention.Ref])
		if now.Person != s.answer.Person || !slices.Equal(now.Candidates, s.answer.Candidates) {
			changed[s.source] = true
		}
		s.now = now
	}
	return b.join(ctx, changed)
}

// name notes whom a source of the batch names, anew where the answers about its places have changed.
func (b *batch) name(ctx context.Context, w *work) error {
	if w.people != nil {
		return nil
	}
	w.people = &namebook{}
	if err := b.readPage(ctx, w); err != nil {
		return err
	}
	if !w.silent {
		state(b.council, w.source, w.page, w.places, w.people)
	}
	w.people.settled = true
	b.letGo(w)
	for i := range w.people.namings {
		w.people.namings[i].mention.Source = w.source.ref()
	}
	return b.namedBefore(ctx, w)
}

// gather collects the namings that can change who the namings of the batch are.
func (p *identifying) gather(ctx context.Context) error {
	for _, w := range p.works {
		for _, n := range w.people.namings {
			p.look(n.mention, true)
		}
		for _, s := range w.named {
			p.look(s.mention, true)
		}
	}
	for name, s := range p.known {
		if p.works[int(s.source)] != nil {
			delete(p.known, name)
		}
	}
	for _, c := range p.loader.corrections[p.council.RegisterCode] {
		for _, f := range c.Families() {
			p.family(f)
		}
	}
	if p.everybody && len(p.known) == 0 {
		found, err := p.readStored(ctx, entsql.EQ("council_id", p.council.ID))
		p.meet(found)
		p.todo = nil
		return err
	}
	for len(p.todo) > 0 {
		families := p.todo
		p.todo = nil
		found, err := p.readNamings(ctx, families)
		if err != nil {
			return err
		}
		p.meet(found)
	}
	return nil
}

// meet adds namings of other sources, and asks for the families that they bring in.
func (p *identifying) meet(found []*remembered) {
	for _, s := range found {
		name := p.nameOf(s.mention.Ref)
		if p.known[name] == nil && p.works[int(s.source)] == nil {
			p.known[name] = s
			p.look(s.mention, !s.mention.InFull())
		}
	}
}

// look asks for the families of a naming. Its offices matter where it does not say in full who it is.
func (p *identifying) look(m link.Mention, offices bool) {
	if m.SourceID != "" {
		p.family(numberFamily + m.SourceID)
	}
	for _, f := range m.Families() {
		if offices || !strings.HasPrefix(f, "office/") {
			p.family(f)
		}
	}
}

func (p *identifying) family(f string) {
	if !p.looked[f] {
		p.looked[f] = true
		p.todo = append(p.todo, f)
	}
}

// mentions are all that is settled together.
func (p *identifying) mentions() []link.Mention {
	var out []link.Mention
	for _, w := range p.works {
		for _, n := range w.people.namings {
			out = append(out, n.mention)
		}
	}
	for _, s := range p.known {
		out = append(out, s.mention)
	}
	return out
}

// nameOf is the name of a naming in the store.
func (b *batch) nameOf(r link.Ref) string { return b.council.Slug + "/" + r.Source + "#" + r.At }

// answerOf is an answer as the store keeps it.
func (b *batch) answerOf(a link.Answer) answer {
	out := answer{Person: a.Person, Rule: a.Rule, Candidates: a.Candidates}
	for _, r := range a.Because {
		out.Because = append(out.Because, b.nameOf(r))
	}
	return out
}
