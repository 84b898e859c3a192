package link

import (
	"fmt"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestDuplicates(t *testing.T) {
	at := func(committee string, names ...string) []Mention {
		var out []Mention
		for i, n := range names {
			out = append(out, Mention{
				Ref: Ref{fmt.Sprint(committee, " ", n), fmt.Sprint(i)}, Name: n, Capacity: "councillor", Bearing: Attending,
				Date: "2016-06-01", Committee: committee, Meeting: committee + "/2016-06-01",
			})
		}
		return out
	}
	late := func(mentions []Mention) []Mention {
		for i := range mentions {
			mentions[i].Date, mentions[i].Meeting = "2003-06-01", mentions[i].Committee+"/2003-06-01"
		}
		return mentions
	}
	onOneList := at("licensing", "Tom Quill", "Thomas Quill")
	for i := range onOneList {
		onOneList[i].Source = "one list"
	}
	for _, c := range []struct {
		about    string
		mentions []Mention
		want     []Pair
	}{
		{"a nickname", at("planning", "Sue Marlow", "Susan Marlow", "Brian Marlow"), []Pair{{"sue-marlow", "susan-marlow", WhyNickname}}},
		{"a letter left out of the surname", at("planning", "Dora Pemberly", "Dora Pemberley"), []Pair{{"dora-pemberley", "dora-pemberly", WhyMisspelt}}},
		{"letters that changed places in the given name", at("planning", "Hazle Strood", "Hazel Strood"), []Pair{{"hazel-strood", "hazle-strood", WhyMisspelt}}},
		{"half of a name", at("planning", "Ann Smith-Wright", "Ann Wright"), []Pair{{"ann-smith-wright", "ann-wright", WhyHalf}}},
		{"initials at another time", append(at("planning", "Sean Kelby"), late(at("planning", "S Kelby"))...), []Pair{{"s-kelby", "sean-kelby", WhyInitials}}},
		{"initials at another time, of another committee", append(at("planning", "Sean Kelby"), late(at("audit", "S Kelby"))...), nil},
		{"a longer name at another time", append(at("planning", "John A Semple"), late(at("planning", "John Semple"))...), []Pair{{"john-a-semple", "john-semple", WhyLonger}}},
		{"two who were there together", onOneList, nil},
		{"short words", at("planning", "Jo Lee", "Jo Lea"), nil},
	} {
		t.Run(c.about, func(t *testing.T) {
			got := Duplicates(Resolve(c.mentions, nil, slug), c.mentions)
			if len(got) == 0 {
				got = nil
			}
			if diff := cmp.Diff(c.want, got); diff != "" {
				t.Error(diff)
			}
		})
	}
}
