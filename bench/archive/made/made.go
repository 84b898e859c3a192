// Package made makes web archives as crawlers write them: many sites' pages, and councils' pages among them. The same size
// and seed give the same bytes.
package made

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"math/rand/v2"
	"runtime"
	"strconv"
	"time"

	"github.com/klauspost/compress/gzip"
)

// Kind is a kind of archive.
type Kind string

// The kinds of archive.
const (
	WARC Kind = "warc" // answers as they came, mostly HTML
	WET  Kind = "wet"  // the text of pages
)

// Options are what an archive is like.
type Options struct {
	Kind Kind
	// Bytes is how large the archive becomes at least, packed.
	Bytes int64
	// Share is how many of a hundred records are councils' pages.
	Share int
	Seed  uint64
	// Hosts are those under which councils' pages stand.
	Hosts []string
	// Progress is told how many bytes are written.
	Progress func(int64)
}

// Report is what was written.
type Report struct {
	Records, Councils int
	Packed, Unpacked  int64
}

// Write writes an archive: a gzip member for each record.
func Write(to io.Writer, o Options) (Report, error) {
	var report Report
	if o.Share < 0 || o.Share > 100 || o.Share > 0 && len(o.Hosts) == 0 {
		return report, errors.New("of a hundred records, some can be of the councils whose hosts are named")
	}
	out := bufio.NewWriterSize(to, 1<<20)
	lore := newLore(o.Seed)
	todo, order := make(chan job), make(chan job, 64)
	stop := make(chan struct{})
	for range runtime.GOMAXPROCS(0) {
		go func() {
			z, _ := gzip.NewWriterLevel(io.Discard, 4) // a level that there is
			for j := range todo {
				j.into <- record(o, lore, j.nth, z)
			}
		}()
	}
	go func() {
		defer close(order)
		defer close(todo)
		for nth := 0; ; nth++ {
			j := job{nth, make(chan packed, 1)}
			select {
			case order <- j:
			case <-stop:
				return
			}
			select {
			case todo <- j:
			case <-stop:
				return
			}
		}
	}()
	defer close(stop)
	for j := range order {
		p := <-j.into
		if p.err != nil {
			return report, p.err
		}
		if _, err := out.Write(p.bytes); err != nil {
			return report, err
		}
		report.Records++
		report.Packed += int64(len(p.bytes))
		report.Unpacked += p.unpacked
		if p.council {
			report.Councils++
		}
		if o.Progress != nil && report.Records%1000 == 0 {
			o.Progress(report.Packed)
		}
		if report.Packed >= o.Bytes {
			break
		}
	}
	return report, out.Flush()
}

type job struct {
	nth  int
	into chan packed
}

type packed struct {
	bytes    []byte
	unpacked int64
	council  bool
	err      error
}

// record is the nth record, packed.
func record(o Options, l *lore, nth int, z *gzip.Writer) packed {
	random := rand.New(rand.NewPCG(o.Seed, uint64(nth))) //nolint:gosec // made up
	p := packed{council: nth > 0 && random.IntN(100) < o.Share}
	at := time.Date(2026, 1, 1, 0, 0, 0, 0, time.UTC).Add(time.Duration(nth) * time.Second)
	var head, block bytes.Buffer
	field := func(name, value string) { head.WriteString(name + ": " + value + "\r\n") }
	head.WriteString("WARC/1.0\r\n")
	if nth == 0 {
		field("WARC-Type", "warcinfo")
		field("Content-Type", "application/warc-fields")
		block.WriteString("software: made\r\nformat: WARC File Format 1.0\r\n")
	} else {
		var content page
		if p.council {
			content = l.agenda(random, nth, o.Hosts[random.IntN(len(o.Hosts))])
		} else {
			content = l.elsewhere(random, nth)
		}
		field("WARC-Target-URI", content.address)
		if o.Kind == WET {
			field("WARC-Type", "conversion")
			field("Content-Type", "text/plain")
			block.WriteString(content.text())
		} else {
			field("WARC-Type", "response")
			field("Content-Type", "application/http; msgtype=response")
			body := content.html()
			fmt.Fprintf(&block, "HTTP/1.1 200 OK\r\nServer: made\r\nContent-Type: text/html; charset=utf-8\r\nContent-Length: %d\r\n\r\n%s", len(body), body)
		}
	}
	field("WARC-Date", at.Format(time.RFC3339))
	field("WARC-Record-ID", fmt.Sprintf("<urn:uuid:00000000-0000-4000-8000-%012x>", nth))
	field("Content-Length", strconv.Itoa(block.Len()))
	head.WriteString("\r\n")
	var out bytes.Buffer
	z.Reset(&out)
	for _, part := range [][]byte{head.Bytes(), block.Bytes(), []byte("\r\n\r\n")} {
		n, err := z.Write(part)
		p.unpacked += int64(n)
		p.err = errors.Join(p.err, err)
	}
	p.err = errors.Join(p.err, z.Close())
	p.bytes = out.Bytes()
	return p
}
