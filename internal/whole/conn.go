package whole

import "net"

// conn is a connection that can hold what is written until more comes, and then sends both together. Only the goroutine that
// answers a request writes.
type conn struct {
	*net.TCPConn
	holding bool
	held    []byte
	pieces  [2][]byte // of one sending
}

// hold holds what is written from now on.
func (c *conn) hold() { c.holding = true }

// release sends what is still held, and holds nothing any more. The server was told that this has been sent: where it cannot be, the
// connection is of no more use, and closed, so that no other answer goes out behind a part of this.
func (c *conn) release() error {
	c.holding = false
	if len(c.held) == 0 {
		return nil
	}
	_, err := c.TCPConn.Write(c.held)
	if c.held = c.held[:0]; err != nil {
		_ = c.TCPConn.Close()
	}
	return err
}

// Write sends b behind what is held, or holds b where nothing is.
func (c *conn) Write(b []byte) (int, error) {
	switch {
	case !c.holding:
		return c.TCPConn.Write(b)
	case len(c.held) == 0:
		c.held = append(c.held, b...) // the caller's buffer is written over
		return len(b), nil
	}
	held := len(c.held)
	c.pieces = [2][]byte{c.held, b}
	all := net.Buffers(c.pieces[:])
	n, err := all.WriteTo(c.TCPConn)
	c.held, c.pieces = c.held[:0], [2][]byte{}
	return max(int(n)-held, 0), err
}
