package main

import (
	"strings"
	"testing"
)

// The same facts in the words of each system have one core.
func TestCore(t *testing.T) {
	for _, q := range questions() {
		for name, answers := range map[string][]string{
			"Item": {
				`{"data":{"node":{"id":"7","title":"Roads","resolutions":[{"id":"8","text":"That"}]}}}`,
				`{"data":{"node":{"title":"Roads","id":7,"resolutions":[{"id":8,"text":"That"}]}}}`,
				`{"data":{"node":{"id":"7","title":"Roads","resolutions":{"nodes":[{"id":"8","text":"That"}]}}}}`,
			},
			"Newest": {
				`{"data":{"resolutions":{"nodes":[{"id":"8","mover":null}],"pageInfo":{"hasNextPage":true,"endCursor":"abc"}}}}`,
				`{"data":{"resolutions":[{"id":8,"mover":null}]}}`,
			},
			"Attended": {
				`{"data":{"node":{"attendances":{"nodes":[{"id":"1","meeting":{"agendaItems":[]}}]}}}}`,
				`{"data":{"attendances":[{"id":1,"meeting":{"agendaItems":[]}}]}}`,
			},
			"Matching": {
				`{"data":{"resolutions":{"totalCount":4,"nodes":[{"id":"8"}]}}}`,
				`{"data":{"total":[{"count_id":4}],"resolutions":[{"id":8}]}}`,
			},
			"Monthly": {
				`{"data":{"resolutions":{"groupBy":{"nodes":[{"key":{"council":{"name":"A"},"month":"2020-01-01"},"aggregate":{"count":9}},{"key":{"council":{"name":"B"},"month":"2020-01-01"},"aggregate":{"count":3}}]}}}}`,
				`{"data":{"groups":{"nodes":[{"council":{"name":"A"},"month":"2020-01-01","n":"9"},{"council":{"name":"C"},"month":"2021-01-01","n":"3"}]}}}`,
				`{"data":{"monthly":[{"n":9,"month":"2020-01-01","council":{"name":"A"}},{"n":3,"month":"2019-01-01","council":{"name":"D"}}]}}`,
			},
		} {
			if name != q.name {
				continue
			}
			first := ""
			for i, a := range answers {
				got, err := core(q, []byte(a))
				if err != nil {
					t.Errorf("%s: %v", a, err)
				}
				if i == 0 {
					first = got
				} else if got != first {
					t.Errorf("%s:\n%s\nwant\n%s", a, got, first)
				}
			}
			other := strings.NewReplacer(`"7"`, `"70"`, `"8"`, `"80"`, `"1"`, `"10"`, `:9`, `:90`).Replace(answers[0])
			if got, _ := core(q, []byte(other)); got == first {
				t.Errorf("%s: another answer has the same core: %s", q.name, got)
			}
		}
	}
}

// What is no answer has no core.
func TestCore_faults(t *testing.T) {
	for _, q := range questions() {
		for _, a := range []string{`{"errors":[{"message":"no"}],"data":null}`, `{"data":null}`, `{"data":{}}`, `<html>`} {
			if got, err := core(q, []byte(a)); err == nil {
				t.Errorf("%s: %s has the core %s", q.name, a, got)
			}
		}
	}
}

func TestWithoutIDs(t *testing.T) {
	a, err := withoutIDs(`{"node":{"id":"7","of":[{"id":"8","text":"That"}]}}`)
	if err != nil || a != `{"node":{"of":[{"text":"That"}]}}` {
		t.Errorf("%s %v", a, err)
	}
}
