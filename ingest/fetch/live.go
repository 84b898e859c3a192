package fetch

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"net/url"
	"strings"
	"sync"
	"time"

	"councilgraph/ingest/record"
)

// LiveOptions are the manners of a client of live sites.
type LiveOptions struct {
	// Agent is the User-Agent: the program's name before a slash or a blank, and how to reach whoever runs it.
	Agent string
	// Pace is the rest between two requests to one host, from the end of one to the beginning of the next. Up to a
	// third is added at random.
	Pace time.Duration
	// Timeout is how long one request may take, its body included.
	Timeout time.Duration
	// MaxBytes is the largest page taken, unpacked.
	MaxBytes int64
	// Redirects is how many are followed for one page.
	Redirects int
	// Tries is how often a page is asked for where the site is busy or fails.
	Tries int
	// MaxWait is the longest that a site may ask to wait by Retry-After; a site that asks for more is left alone.
	MaxWait time.Duration
	// Private says that private and loopback addresses may be asked.
	Private bool
}

// Manners are the usual ones of a client that goes by this User-Agent.
func Manners(agent string) LiveOptions {
	return LiveOptions{
		Agent: agent, Pace: time.Second, Timeout: 2 * time.Minute, MaxBytes: DefaultMaxBytes, Redirects: 5, Tries: 4, MaxWait: 5 * time.Minute,
	}
}

// Live asks live sites for pages: one request at a time of each host, at a pace, as robots.txt allows. It may be
// used by many goroutines.
type Live struct {
	options LiveOptions
	client  *http.Client
	now     func() time.Time

	mu    sync.Mutex
	hosts map[string]*host
}

// Validators are what a site gave with a page, to be asked whether it has changed. "" for none.
type Validators struct {
	ETag         string
	LastModified string
}

// Answer is a page as a site gave it. Its URL is where it stood in the end.
type Answer struct {
	record.Document
	Validators
	// Unchanged says that the site has the version that was named by Validators; there are no bytes then.
	Unchanged bool
}

// NewLive makes a client.
func NewLive(o LiveOptions) *Live {
	return &Live{
		options: o, now: time.Now, hosts: map[string]*host{},
		client: &http.Client{
			Transport: transport(o),
			// Each hop has its own turn, and robots.txt has a say in it.
			CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse },
		},
	}
}

// Get asks for a page, or whether it has changed. The error is an *Error whose File is the address.
func (l *Live) Get(ctx context.Context, address string, have Validators) (Answer, error) {
	return l.get(ctx, address, wanted{have, l.options.MaxBytes})
}

// GetFile is Get for a file that is no page and may have so many bytes.
func (l *Live) GetFile(ctx context.Context, address string, have Validators, most int64) (Answer, error) {
	return l.get(ctx, address, wanted{have, most})
}

// wanted is what is asked of an address.
type wanted struct {
	have Validators
	most int64 // bytes
}

func (l *Live) get(ctx context.Context, address string, want wanted) (Answer, error) {
	at, err := webAddress(address)
	for hop := 0; err == nil; hop++ {
		var answer Answer
		var next *url.URL
		if answer, next, err = l.visit(ctx, at, want); err != nil {
			break
		}
		if next == nil {
			return answer, nil
		}
		if hop >= l.options.Redirects {
			err = fmt.Errorf("%w (more than %d, the last to %s)", ErrRedirects, l.options.Redirects, next)
			break
		}
		at, err = webAddress(next.String())
	}
	if ctx.Err() != nil {
		return Answer{}, context.Cause(ctx)
	}
	var known *Error
	if errors.As(err, &known) {
		err = known.Err
	}
	return Answer{}, &Error{File: address, Err: err}
}

// visit asks one address as robots.txt allows. A redirect is answered by where it leads.
func (l *Live) visit(ctx context.Context, at *url.URL, want wanted) (Answer, *url.URL, error) {
	h := l.host(at)
	if err := l.allowed(ctx, h, at); err != nil {
		return Answer{}, nil, err
	}
	return l.insist(ctx, h, at, want)
}

// webAddress reads an address that can be asked.
func webAddress(s string) (*url.URL, error) {
	u, err := url.Parse(strings.TrimSpace(s))
	if err != nil {
		return nil, fmt.Errorf("%w (%q)", ErrBadAddress, s)
	}
	u.Fragment, u.RawFragment = "", ""
	if u.Scheme != "http" && u.Scheme != "https" || u.Hostname() == "" || u.User != nil {
		return nil, fmt.Errorf("%w (%q)", ErrBadAddress, s)
	}
	return u, nil
}
