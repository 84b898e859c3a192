package e2e

import (
	"bytes"
	"compress/gzip"
	"io"
	"net/http"
	"net/url"
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html"
)

// site is a server with the sample, and what was read of it.
type site struct {
	base  string
	pages map[string]*webPage // by address
}

// webPage is one page as a browser without script has it.
type webPage struct {
	at     string // after redirects
	status int
	header http.Header
	wire   int    // bytes that were sent for it
	text   string // all of it
	root   *html.Node
}

// serveSite starts a server with the sample.
func serveSite(t *testing.T) *site {
	t.Helper()
	if testing.Short() {
		t.Skip("it builds the program")
	}
	return &site{base: startSample(t), pages: map[string]*webPage{}}
}

// get reads an address as a browser does.
func (s *site) get(t *testing.T, at string) *webPage {
	t.Helper()
	at, _, _ = strings.Cut(at, "#")
	if p := s.pages[at]; p != nil {
		return p
	}
	req, err := http.NewRequestWithContext(t.Context(), http.MethodGet, s.base+at, nil)
	if err != nil {
		t.Fatal(err)
	}
	req.Header.Set("Accept-Encoding", "gzip")
	req.Header.Set("Accept", "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8")
	res, err := http.DefaultClient.Do(req)
	if err != nil {
		t.Fatal(err)
	}
	defer res.Body.Close()
	sent, err := io.ReadAll(res.Body)
	if err != nil {
		t.Fatal(err)
	}
	p := &webPage{at: res.Request.URL.RequestURI(), status: res.StatusCode, header: res.Header, wire: len(sent), text: string(sent)}
	if res.Header.Get("Content-Encoding") == "gzip" {
		unpacked, err := gzip.NewReader(bytes.NewReader(sent))
		if err != nil {
			t.Fatalf("%s: %v", at, err)
		}
		body, err := io.ReadAll(unpacked)
		if err != nil {
			t.Fatalf("%s: %v", at, err)
		}
		p.text = string(body)
	}
	if strings.HasPrefix(res.Header.Get("Content-Type"), "text/html") {
		if p.root, err = html.Parse(strings.NewReader(p.text)); err != nil {
			t.Fatalf("%s: %v", at, err)
		}
	}
	s.pages[at] = p
	return p
}

// each calls f for all elements of a page.
func (p *webPage) each(f func(*html.Node)) {
	if p.root == nil {
		return
	}
	for n := range p.root.Descendants() {
		if n.Type == html.ElementNode {
			f(n)
		}
	}
}

// of is an attribute of an element, "" where it has none.
func of(n *html.Node, name string) string {
	for _, a := range n.Attr {
		if a.Key == name {
			return a.Val
		}
	}
	return ""
}

// links are where the page leads to on this server, without repeats.
func (p *webPage) links(t *testing.T) []string {
	t.Helper()
	var out []string
	p.each(func(n *html.Node) {
		link := ""
		switch n.Data {
		case "a", "link":
			link = of(n, "href")
		case "img", "script", "iframe":
			link = of(n, "src")
		}
		u, err := url.Parse(link)
		if err != nil {
			t.Errorf("%s: a link that is none: %q", p.at, link)
			return
		}
		if u.Scheme != "" || u.Host != "" || link == "" || strings.HasPrefix(link, "#") {
			return
		}
		here, err := url.Parse(p.at)
		if err != nil {
			t.Fatal(err)
		}
		if to := here.ResolveReference(u).String(); !slices.Contains(out, to) {
			out = append(out, to)
		}
	})
	return out
}

// crawled are the councils of the sample, and one of which nothing is held.
func crawled() []string {
	return []string{"bromley", "haringey", "lewisham", "thurrock", "worcestershire", "cardiff"}
}

// TestPages_crawl follows every link of every page that the sample's home page leads to. All of them lead somewhere, and every page
// keeps to the rules.
func TestPages_crawl(t *testing.T) {
	s := serveSite(t)
	seen, queue, kinds := map[string]string{"/": "the address bar"}, []string{"/", "/councils?all=1&nation=Wales"}, map[string]int{}
	for len(queue) > 0 {
		at := queue[0]
		queue = queue[1:]
		p := s.get(t, at)
		if p.status != http.StatusOK {
			t.Errorf("%s, linked from %s: status %d", at, seen[at], p.status)
			continue
		}
		if p.root == nil || strings.HasPrefix(at, "/graphiql/") {
			continue
		}
		kinds[strings.Split(at, "/")[1]]++
		checkPage(t, p)
		if _, fragment, _ := strings.Cut(at, "#"); fragment != "" && !p.has(fragment) {
			t.Errorf("%s, linked from %s: the page has no %q", at, seen[at], fragment)
		}
		if len(seen) > 3000 {
			t.Fatal("the sample has no 3,000 pages: something leads on for ever")
		}
		for _, to := range p.links(t) {
			if strings.HasPrefix(to, "/dashboard/") && strings.Contains(to, "?") {
				continue // any span of days is a page
			}
			if parts := strings.FieldsFunc(to, func(r rune) bool { return strings.ContainsRune("/.?#", r) }); len(parts) > 1 && !slices.Contains(crawled(), parts[1]) &&
				slices.Contains([]string{"doc", "list", "feeds", "coverage"}, parts[0]) {
				continue // a council of which nothing is held, like one that is crawled
			}
			if _, known := seen[to]; !known {
				seen[to] = at
				queue = append(queue, to)
			}
		}
	}
	if figures := s.get(t, "/metrics").text; !strings.Contains(figures, `councilgraph_queries_total{way="compiled"}`) ||
		strings.Contains(figures, `councilgraph_queries_total{way="executed"}`) || strings.Contains(figures, `councilgraph_queries_total{way="failed"}`) {
		t.Error("pages ask queries that are not compiled")
	}
	if kinds["doc"] < 40 || kinds["list"] < 20 || kinds["search"] == 0 || kinds["coverage"] < 5 {
		t.Errorf("few pages were found: %v", kinds)
	}
	for _, want := range []string{"/doc/bromley/person/petra-lindqvist", "/doc/bromley/composed-example-committee/2024-02-07/5/resolution/1",
		"/doc/haringey/issue/childrens-services-yearly-report", "/doc/lewisham/source/ea43938ff259", "/doc/bromley/composed-example-committee/2024-02-07/5/document/1",
		"/doc/thurrock/source/87542bada46e/item/1", "/feeds/bromley/meetings.ics", "/feeds/bromley/executive/decisions.atom", "/doc/bromley.ttl"} {
		if seen[want] == "" {
			t.Errorf("nothing leads to %s", want)
		}
	}
}

// has says whether an element of the page has the id.
func (p *webPage) has(id string) (found bool) {
	p.each(func(n *html.Node) { found = found || of(n, "id") == id })
	return found
}

// mostPage is how many bytes a page may take on the wire, so that with the style sheet and the icon it takes less than 60 KB.
const mostPage = 55_000

// checkPage looks at what every page must keep to.
func checkPage(t *testing.T, p *webPage) {
	t.Helper()
	count, ids, labels, inputs := map[string]int{}, map[string]bool{}, map[string]bool{}, []string{}
	p.each(func(n *html.Node) {
		if n.Namespace == "" { // a picture has titles of its own
			count[n.Data]++
		}
		if id := of(n, "id"); id != "" {
			if ids[id] {
				t.Errorf("%s: two elements have the id %s", p.at, id)
			}
			ids[id] = true
		}
		switch n.Data {
		case "label":
			labels[of(n, "for")] = true
		case "input", "select", "textarea":
			if of(n, "type") != "hidden" {
				inputs = append(inputs, of(n, "id"))
			}
		case "style":
			t.Errorf("%s: a style element, which the policy refuses", p.at)
		case "script":
			if of(n, "type") != "application/ld+json" && of(n, "src") == "" {
				t.Errorf("%s: a script within the page, which the policy refuses", p.at)
			}
		case "html":
			if of(n, "lang") != "en-GB" {
				t.Errorf("%s: the language is %q", p.at, of(n, "lang"))
			}
		case "link":
			if of(n, "rel") == "canonical" && !strings.HasPrefix(of(n, "href"), "http://127.0.0.1:") {
				t.Errorf("%s: the canonical address is %q", p.at, of(n, "href"))
			}
		}
		for _, a := range n.Attr {
			if a.Key == "style" || strings.HasPrefix(a.Key, "on") {
				t.Errorf("%s: <%s> has the attribute %s, which the policy refuses", p.at, n.Data, a.Key)
			}
		}
	})
	for element, want := range map[string]int{"h1": 1, "main": 1, "title": 1} {
		if count[element] != want {
			t.Errorf("%s: %d of <%s>, want %d", p.at, count[element], element, want)
		}
	}
	for _, id := range inputs {
		if id == "" || !labels[id] {
			t.Errorf("%s: the input %q has no label", p.at, id)
		}
	}
	if !strings.Contains(p.header.Get("Content-Security-Policy"), "default-src 'none'") || strings.Contains(p.header.Get("Content-Security-Policy"), "unsafe") {
		t.Errorf("%s: the policy is %q", p.at, p.header.Get("Content-Security-Policy"))
	}
	if p.wire > mostPage {
		t.Errorf("%s: %d bytes are sent", p.at, p.wire)
	}
	if p.header.Get("ETag") == "" {
		t.Errorf("%s: no ETag", p.at)
	}
}

// TestPages_twoClicks goes from each person of the sample who had a part in a resolution to that resolution, and from there to the
// words in its source: two clicks from the person, at most, and the resolution shows the quote.
func TestPages_twoClicks(t *testing.T) {
	s := serveSite(t)
	people := 0
	for _, slug := range []string{"bromley", "haringey", "lewisham"} {
		for _, person := range s.get(t, "/list/"+slug+"/people").links(t) {
			if !strings.HasPrefix(person, "/doc/"+slug+"/person/") {
				continue
			}
			resolutions := reached(t, s, person)
			if len(resolutions) == 0 {
				if s.apart(t, person) {
					t.Errorf("%s: no resolution within two clicks", person)
				}
				continue
			}
			people++
			for _, r := range resolutions {
				checkQuote(t, s, r)
			}
		}
	}
	if people < 8 {
		t.Errorf("%d people reach a resolution, want at least the eight who voted", people)
	}
}

// apart says whether the graph knows of a resolution that the person had a part in.
func (s *site) apart(t *testing.T, person string) bool {
	return !strings.Contains(s.get(t, person).text, "with a part in 0 decisions")
}

// reached are the resolutions that two clicks lead to from a person's own decisions.
func reached(t *testing.T, s *site, person string) []string {
	t.Helper()
	var out []string
	for _, first := range s.get(t, person).links(t) {
		if !strings.HasPrefix(first, "/doc/") || strings.Contains(first, ".") {
			continue
		}
		for _, at := range append([]string{first}, s.get(t, first).links(t)...) {
			if strings.Contains(at, "/resolution/") && !strings.Contains(at, ".") && !slices.Contains(out, at) {
				out = append(out, at)
			}
		}
	}
	return out
}

// checkQuote follows a resolution to its source and compares the words there.
func checkQuote(t *testing.T, s *site, resolution string) {
	t.Helper()
	p := s.get(t, resolution)
	quote, place := "", ""
	p.each(func(n *html.Node) {
		if n.Data != "figure" {
			return
		}
		for c := range n.Descendants() {
			switch {
			case c.Type == html.ElementNode && c.Data == "blockquote":
				quote = textOf(c)
			case c.Type == html.ElementNode && c.Data == "a" && place == "":
				place = of(c, "href")
			}
		}
	})
	at, fragment, _ := strings.Cut(place, "#")
	if quote == "" || fragment == "" {
		t.Errorf("%s shows no quote that leads to a source", resolution)
		return
	}
	source := s.get(t, at)
	if marked := source.marked(fragment, len([]rune(quote))); marked != quote {
		t.Errorf("%s: the source has %q at %s, not %q", resolution, marked, fragment, quote)
	}
}

// marked is the text of so many characters that begins at the anchor.
func (p *webPage) marked(fragment string, most int) string {
	var text strings.Builder
	begun := false
	for n := range p.root.Descendants() {
		switch {
		case n.Type == html.ElementNode && of(n, "id") == fragment:
			begun = true
		case n.Type == html.TextNode && begun:
			text.WriteString(n.Data)
		}
	}
	return string([]rune(text.String())[:min(most, len([]rune(text.String())))])
}

func textOf(n *html.Node) string {
	var text strings.Builder
	for c := range n.Descendants() {
		if c.Type == html.TextNode {
			text.WriteString(c.Data)
		}
	}
	return text.String()
}
