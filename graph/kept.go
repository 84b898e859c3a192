package graph

import (
	"container/list"
	"net/http"
	"sync"
)

// kept holds answers that were given, by their names: as long as the data is the same, the same question has the same
// answer. It is bounded by the bytes of the answers; those not asked for longest are forgotten first.
type kept struct {
	most int

	mu     sync.Mutex
	bytes  int
	byName map[string]*list.Element
	recent *list.List // of *keptAnswerOf
}

// keptAnswerOf is one answer, and its compressed forms.
type keptAnswerOf struct {
	name      string
	others    []string // further names that it is found by
	operation string   // that the client named
	body      []byte
	mu        sync.Mutex
	packed    map[string][]byte // by encoding
}

// entryBytes is about what an entry takes beside its answer, nameBytes what a further name does, of which it has mostOthers.
const (
	entryBytes = 400
	nameBytes  = 100
	mostOthers = 8
)

// newKept holds at most so many bytes; nil, which holds nothing, for none.
func newKept(most int) *kept {
	if most <= 0 {
		return nil
	}
	return &kept{most: most, byName: map[string]*list.Element{}, recent: list.New()}
}

// find is the answer of the name, nil where none is held.
func (k *kept) find(name string) *keptAnswerOf {
	k.mu.Lock()
	defer k.mu.Unlock()
	e, ok := k.byName[name]
	if !ok {
		return nil
	}
	k.recent.MoveToFront(e)
	return e.Value.(*keptAnswerOf)
}

// keep holds an answer. One that would take up more than an eighth of the room is not held.
func (k *kept) keep(name, operation string, body []byte) {
	if len(body) > k.most/8 {
		return
	}
	k.mu.Lock()
	defer k.mu.Unlock()
	if _, ok := k.byName[name]; ok {
		return
	}
	k.byName[name] = k.recent.PushFront(&keptAnswerOf{name: name, operation: operation, body: body, packed: map[string][]byte{}})
	k.grow(len(operation) + len(body) + entryBytes)
}

// also finds the answer that is held under a name by another one too. One question can be written in many ways: those that were
// noted last are known.
func (k *kept) also(name, other string) {
	k.mu.Lock()
	defer k.mu.Unlock()
	e, ok := k.byName[name]
	if !ok || k.byName[other] != nil {
		return
	}
	a := e.Value.(*keptAnswerOf)
	if len(a.others) == mostOthers {
		delete(k.byName, a.others[0])
		a.others = append(a.others[:0], a.others[1:]...)
		k.bytes -= nameBytes
	}
	a.others = append(a.others, other)
	k.byName[other] = e
	k.grow(nameBytes)
}

// grow counts bytes that have come in, and forgets until there is room. The lock is held.
func (k *kept) grow(bytes int) {
	k.bytes += bytes
	for k.bytes > k.most {
		old := k.recent.Remove(k.recent.Back()).(*keptAnswerOf)
		delete(k.byName, old.name)
		for _, other := range old.others {
			delete(k.byName, other)
		}
		old.mu.Lock()
		k.bytes -= len(old.operation) + len(old.body) + entryBytes + nameBytes*len(old.others)
		for _, packed := range old.packed {
			k.bytes -= len(packed)
		}
		old.packed = nil // what is packed from now on is not counted
		old.mu.Unlock()
	}
}

// as is the answer in an encoding, compressed when it is first asked so.
func (k *kept) as(a *keptAnswerOf, e *encoding) []byte {
	a.mu.Lock()
	packed, ok := a.packed[e.name]
	a.mu.Unlock()
	if ok {
		return packed
	}
	packed = e.pack(a.body)
	a.mu.Lock()
	counted := a.packed != nil && a.packed[e.name] == nil
	if counted {
		a.packed[e.name] = packed
	}
	a.mu.Unlock()
	if counted {
		k.mu.Lock()
		k.grow(len(packed))
		k.mu.Unlock()
	}
	return packed
}

// write answers with what is held.
func (k *kept) write(w http.ResponseWriter, as form, a *keptAnswerOf) {
	body := a.body
	if c, ok := w.(*compressed); ok && len(body) >= leastCompressed {
		body = k.as(a, c.encoding)
		w = c.ready()
	}
	writeWhole(w, http.StatusOK, as, body)
}
