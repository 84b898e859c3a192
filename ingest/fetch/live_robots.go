package fetch

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"net/url"
	"strings"
	"time"

	"github.com/temoto/robotstxt"
)

const (
	// robotsFor is how long what robots.txt says is taken for what it says.
	robotsFor = 24 * time.Hour
	// slowest is the longest rest that robots.txt can ask for by Crawl-delay.
	slowest = time.Minute
)

// allowed says whether robots.txt allows a page, having read it where that is due (RFC 9309). A site without one
// allows all; a site that fails when it is asked for it allows nothing.
func (l *Live) allowed(ctx context.Context, h *host, at *url.URL) error {
	rules, err := l.rules(ctx, h, at)
	if err != nil {
		return err
	}
	path := at.EscapedPath()
	if path == "" {
		path = "/"
	}
	if at.RawQuery != "" {
		path += "?" + at.RawQuery
	}
	if !rules.Test(path) {
		return fmt.Errorf("%w (%s://%s/robots.txt)", ErrRobots, at.Scheme, at.Host)
	}
	return nil
}

// rules are those of the host for this program.
func (l *Live) rules(ctx context.Context, h *host, at *url.URL) (*robotstxt.Group, error) {
	h.reading.Lock()
	defer h.reading.Unlock()
	if h.robots != nil && l.now().Sub(h.read) <= robotsFor {
		return h.robots, nil
	}
	return l.readRobots(ctx, h, at)
}

func (l *Live) readRobots(ctx context.Context, h *host, at *url.URL) (*robotstxt.Group, error) {
	address := &url.URL{Scheme: at.Scheme, Host: at.Host, Path: "/robots.txt"}
	var body []byte
	status := http.StatusOK
	for hop := 0; ; hop++ {
		answer, next, err := l.insist(ctx, h, address, wanted{most: l.options.MaxBytes})
		switch {
		case errors.Is(err, ErrGone), errors.Is(err, ErrRefused), errors.Is(err, ErrEmpty):
			status = http.StatusNotFound // no rules, which allows all
		case errors.Is(err, ErrTLS), errors.Is(err, ErrPrivate):
			return nil, err
		case err != nil:
			return nil, fmt.Errorf("%w (%w)", ErrNoRobots, err)
		case next != nil && hop < l.options.Redirects && next.Host == at.Host:
			address = next
			continue
		case next != nil: // to another site, whose rules are not this one's
			status = http.StatusNotFound
		default:
			body = answer.Bytes
		}
		break
	}
	all, err := robotstxt.FromStatusAndBytes(status, body)
	if err != nil { // a page of another kind, such as HTML, holds no rules
		all, _ = robotstxt.FromStatusAndBytes(http.StatusNotFound, nil)
	}
	rules := all.FindGroup(l.product())
	h.robots, h.read = rules, l.now()
	h.mu.Lock()
	defer h.mu.Unlock()
	h.pace = max(l.options.Pace, min(rules.CrawlDelay, slowest))
	return rules, nil
}

// product is the program's name in the User-Agent, by which robots.txt speaks of it.
func (l *Live) product() string {
	name, _, _ := strings.Cut(l.options.Agent, " ")
	name, _, _ = strings.Cut(name, "/")
	return name
}
