package synthetic

import (
	"fmt"

	"councilgraph/ingest/load"
	"councilgraph/internal/searchtext"
)

// people writes the councillors with their wards, parties, terms and offices, and the officers.
func (b *borough) people() {
	var parties []int
	used := 3 + b.dice.IntN(3)
	for _, name := range partiesOf(b.dice, used) {
		key := b.slug + "/party/" + load.Slug(name)
		parties = append(parties, b.w.add("parties", values{"key": key, "name": name, "name_sort": sortable(name), "council_id": b.id}))
	}
	n := seats[b.kind] + b.dice.IntN(9) - 4
	var wards []int
	for i := range min(max(2, n/3), len(places)) {
		key := b.slug + "/ward/" + load.Slug(places[i])
		wards = append(wards, b.w.add("wards", values{"key": key, "name": places[i], "name_sort": sortable(places[i]), "council_id": b.id}))
	}
	slugs := map[string]int{}
	// Over ten years about one and three quarters as many people hold the seats.
	for i := range n * 7 / 4 {
		m := b.person(slugs, "Councillor", "COUNCILLOR", i)
		b.councillor = append(b.councillor, m)
		party := b.dice.skewed(len(parties))
		terms := 1
		if b.dice.chance(0.35) {
			terms = 2
		}
		for t := range terms {
			from := firstYear - 1 + t*4 + b.dice.IntN(3)
			v := values{
				"start_date": fmt.Sprintf("%d-05-07", from), "party_as_written": partiesOf(b.dice, 1)[0],
				"person_id": m.id, "council_id": b.id,
			}
			if b.dice.chance(0.95) {
				v["party_id"], v["ward_id"] = parties[party], pick(b.dice, wards)
			}
			if from+4 < firstYear+years {
				v["end_date"] = fmt.Sprintf("%d-05-05", from+4)
			}
			b.w.add("terms", v)
		}
	}
	for i := range 20 + b.dice.IntN(20) {
		m := b.person(slugs, "", "OFFICER", len(b.councillor)+i)
		m.office = posts[b.dice.skewed(len(posts))]
		b.officers = append(b.officers, m)
		b.office(m)
	}
	for i, portfolio := range portfolios {
		m := b.councillor[i]
		m.office = portfolio
		b.councillor[i] = m
		b.office(m)
	}
}

// partiesOf are parties of a council, the large ones nearly always among them.
func partiesOf(d dice, n int) []string {
	var out []string
	taken := map[string]bool{}
	for len(out) < n {
		if name := parties[d.skewed(len(parties))]; !taken[name] {
			taken[name] = true
			out = append(out, name)
		}
	}
	return out
}

func (b *borough) person(slugs map[string]int, title, kind string, nth int) member {
	given, family := givenNames[b.dice.skewed(len(givenNames))], familyNames[b.dice.skewed(len(familyNames))]
	name := given + " " + family
	slug := load.Slug(name)
	slugs[slug]++
	if k := slugs[slug]; k > 1 {
		slug = fmt.Sprintf("%s-%d", slug, k)
	}
	key := b.slug + "/person/" + slug
	v := values{
		"key": key, "uri": "/id/" + key, "name": name, "name_sort": sortable(family) + " " + sortable(given), "family_name": family, "given_name": given,
		"kind": kind, "slug": slug, "council_id": b.id,
	}
	if title != "" {
		v["honorific"] = title
	}
	if b.dice.chance(0.8) {
		v["source_id"] = fmt.Sprint(300 + nth)
	}
	id := b.w.add("persons", v)
	b.w.find(text{kind: searchtext.Person, node: id, council: b.id, key: key, title: title + " " + name})
	return member{id: id, name: name, title: title}
}

func (b *borough) office(m member) {
	from := firstYear + b.dice.IntN(years-1)
	b.w.add("offices", values{
		"title": m.office, "person_id": m.id, "council_id": b.id,
		"first_seen": fmt.Sprintf("%d-06-12", from), "last_seen": fmt.Sprintf("%d-03-14", from+1),
	})
}
