package graph

import (
	"fmt"
	"strings"
	"testing"
)

// An answer is found by the further names that were noted last, and none of them outlives it.
func TestKept_names(t *testing.T) {
	k := newKept(100_000)
	k.keep("one", "Newest", []byte("{}"))
	for i := range 3 * mostOthers {
		k.also("one", fmt.Sprint("other ", i))
		k.also("one", fmt.Sprint("other ", i))
	}
	k.also("none", "nothing")
	for i := range 3 * mostOthers {
		if found, want := k.find(fmt.Sprint("other ", i)) != nil, i >= 2*mostOthers; found != want {
			t.Errorf("other %d: found is %t", i, found)
		}
	}
	if k.find("nothing") != nil {
		t.Error("found what is not held")
	}
	if want := len("Newest{}") + entryBytes + mostOthers*nameBytes; k.bytes != want || len(k.byName) != 1+mostOthers {
		t.Errorf("%d bytes, %d names; want %d, %d", k.bytes, len(k.byName), want, 1+mostOthers)
	}
	body := []byte(strings.Repeat("x", 12_000))
	for i := range 20 {
		k.keep(fmt.Sprint("large ", i), "", body)
		k.also(fmt.Sprint("large ", i), fmt.Sprint("also large ", i))
	}
	if k.find("one") != nil || k.find(fmt.Sprint("other ", 3*mostOthers-1)) != nil {
		t.Error("found though others needed the room")
	}
	if each := len(body) + entryBytes + nameBytes; k.bytes != k.recent.Len()*each || len(k.byName) != 2*k.recent.Len() || k.bytes > k.most {
		t.Errorf("%d bytes, %d names of %d answers", k.bytes, len(k.byName), k.recent.Len())
	}
}
