package dbtest

import (
	"context"
	"errors"
	"math/rand/v2"
	"net"
	"strconv"
	"sync"
	"testing"
)

// Ports that are given are below those that a system takes for connections of its own and for listeners that name
// none, so that nobody else comes to one before it is bound.
const (
	firstPort = 10_000
	lastPort  = 32_000
)

// given are the ports that this process has given.
var given sync.Map

// Port is a port of 127.0.0.1 that nobody listens at, another each time.
func Port() (int, error) {
	var last error
	for range 100 {
		port := firstPort + rand.IntN(lastPort-firstPort)
		if _, again := given.LoadOrStore(port, true); again {
			continue
		}
		l, err := (&net.ListenConfig{}).Listen(context.Background(), "tcp", net.JoinHostPort("127.0.0.1", strconv.Itoa(port)))
		if err != nil {
			last = err
			continue
		}
		return port, l.Close()
	}
	return 0, errors.Join(errors.New("no port of 127.0.0.1 is free"), last)
}

// FreePort is Port for a test.
func FreePort(t testing.TB) int {
	t.Helper()
	port, err := Port()
	if err != nil {
		t.Fatal(err)
	}
	return port
}
