package load

import (
	"bytes"
	stdgzip "compress/gzip"
	"fmt"
	"strings"
	"sync"
	"testing"
)

// Bytes come back as they were packed, whoever packs others at the same time, and are known whatever packed them.
func TestPackers(t *testing.T) {
	p := newPackers()
	var group sync.WaitGroup
	for i := range 20 {
		group.Go(func() {
			content := []byte(strings.Repeat(fmt.Sprintf("page %d of the council ", i), 1000))
			packed, err := p.pack(content)
			if err != nil || len(packed) > len(content)/10 {
				t.Errorf("packed into %d bytes of %d: %v", len(packed), len(content), err)
			}
			if back, err := unpack(packed); err != nil || !bytes.Equal(back, content) {
				t.Errorf("%d bytes came back of %d: %v", len(back), len(content), err)
			}
			var other bytes.Buffer
			z := stdgzip.NewWriter(&other)
			_, _ = z.Write(content)
			_ = z.Close()
			if bytes.Equal(other.Bytes(), packed) || !packs(other.Bytes(), content) || packs(packed, content[1:]) || packs(content, content) {
				t.Error("another program's packing is told apart by its bytes, or what is not the content is taken for it")
			}
		})
	}
	group.Wait()
}
