package page

import (
	recent "container/list"
	"sync"

	"councilgraph/explorer/asset"
)

// kept holds answers that were made, by their names: as long as the data is the same, so is the page. It is bounded by bytes; what
// was not asked for longest is forgotten first.
type kept struct {
	most int

	mu     sync.Mutex
	bytes  int
	byName map[string]*recent.Element
	recent *recent.List // of *made
}

// made is an answer that was made: its status, its header and its forms.
type made struct {
	name      string
	status    int
	mediaType string
	redirect  string
	// disposition says under which name to save it, "" for a page.
	disposition string
	frame       *Frame
	plain       []byte
	packers     *packers

	mu     sync.Mutex
	packed map[string][]byte // by coding
}

// entryBytes is about what an entry takes beside its bytes.
const entryBytes = 1000

// newKept holds at most so many bytes; nil, which holds nothing, for none.
func newKept(most int) *kept {
	if most <= 0 {
		return nil
	}
	return &kept{most: most, byName: map[string]*recent.Element{}, recent: recent.New()}
}

// find is the answer of the name, nil where none is held.
func (k *kept) find(name string) *made {
	if k == nil {
		return nil
	}
	k.mu.Lock()
	defer k.mu.Unlock()
	e, ok := k.byName[name]
	if !ok {
		return nil
	}
	k.recent.MoveToFront(e)
	return e.Value.(*made)
}

// keep holds an answer. One that would take up more than an eighth of the room is not held.
func (k *kept) keep(m *made) {
	if k == nil || len(m.plain) > k.most/8 {
		return
	}
	k.mu.Lock()
	defer k.mu.Unlock()
	if _, ok := k.byName[m.name]; ok {
		return
	}
	k.byName[m.name] = k.recent.PushFront(m)
	k.grow(len(m.plain) + entryBytes)
}

// grow counts bytes that have come in, and forgets until there is room. The lock is held.
func (k *kept) grow(bytes int) {
	k.bytes += bytes
	for k.bytes > k.most && k.recent.Len() > 0 {
		old := k.recent.Remove(k.recent.Back()).(*made)
		delete(k.byName, old.name)
		old.mu.Lock()
		k.bytes -= len(old.plain) + entryBytes
		for _, packed := range old.packed {
			k.bytes -= len(packed)
		}
		old.packed = nil // what is packed from now on is not counted
		old.mu.Unlock()
	}
}

// in is the answer in a coding, packed when it is first asked so.
func (k *kept) in(m *made, coding string) []byte {
	if coding == asset.Identity {
		return m.plain
	}
	m.mu.Lock()
	packed, ok := m.packed[coding]
	m.mu.Unlock()
	if ok {
		return packed
	}
	packed = m.packers.pack(m.plain, coding)
	m.mu.Lock()
	counted := m.packed != nil && m.packed[coding] == nil
	if counted {
		m.packed[coding] = packed
	}
	m.mu.Unlock()
	if counted && k != nil {
		k.mu.Lock()
		k.grow(len(packed))
		k.mu.Unlock()
	}
	return packed
}
