package whole

import (
	"net/http"
	"testing"

	"golang.org/x/sys/unix"
)

// TestServe_onePiece counts what left the server for one answer: net/http alone sends two pieces.
func TestServe_onePiece(t *testing.T) {
	for _, n := range []int{3_500, 4_096, 6_000, 27_000} {
		sent := make(chan uint32, 1)
		address := serving(t, func(w http.ResponseWriter, r *http.Request) {
			declared(w, n)
			c, _ := r.Context().Value(connKey{}).(*conn)
			raw, err := c.SyscallConn()
			if err != nil {
				t.Error(err)
				return
			}
			_ = raw.Control(func(fd uintptr) {
				info, err := unix.GetsockoptTCPInfo(int(fd), unix.IPPROTO_TCP, unix.TCP_INFO)
				if err != nil {
					t.Error(err)
					return
				}
				sent <- info.Data_segs_out
			})
		})
		if _, body := ask(t, http.MethodGet, address); len(body) != n {
			t.Fatalf("%d bytes, want %d", len(body), n)
		}
		if got := <-sent; got != 1 {
			t.Errorf("%d bytes left in %d pieces", n, got)
		}
	}
}
