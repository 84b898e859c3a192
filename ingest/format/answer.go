package format

import (
	"fmt"
	"strings"

	"councilgraph/ingest/format/htmltext"
	"councilgraph/internal/regexp"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// short is how many bytes of text an answer that is no page prints at most.
const short = 3000

var (
	// firewall are the words and addresses that the common firewalls' own answers hold.
	firewall = regexp.MustCompile(`(?i)attention required! \| cloudflare|cf-browser-verification|challenge-platform|cdn-cgi/challenge|_incapsula_resource|incapsula incident id|the requested url was rejected|sucuri website firewall|aws-?waf|pardon our interruption|(?:verify|confirm|checking (?:if|that)) (?:that )?you are (?:not a robot|(?:a )?human)|checking your browser before|enable javascript and cookies to continue|you don't have permission to access .{1,300}reference #|ddos protection by|captcha|web application firewall|request blocked`)
	// moved is a script that only leads elsewhere.
	moved = regexp.MustCompile(`(?i)(?:window|document|self|top)?\.?location(?:\.href)?\s*=[^=]|location\.(?:replace|assign|reload)\s*\(`)
	// failed is what servers title their answers with where there is no page.
	failed = regexp.MustCompile(`(?i)^(?:(?:http )?(?:error|status)?:? ?(?:code )?[45]\d\d\b.*|.{0,40}\b(?:page|file|resource) (?:not|cannot be|could not be) found\b.*|not found|.{0,20}server error\b.*|service (?:is )?(?:temporarily )?unavailable.*|runtime error|bad gateway|gateway time-?out|forbidden|access (?:is )?denied.*|unauthori[sz]ed|an (?:unexpected )?error (?:has )?occurred.*|object moved.*|.{0,40}\bunder maintenance\b.*|site (?:is )?(?:down|offline).*)$`)
)

// answer recognises what servers send in place of a page: a firewall's refusal, a log-in, a script or
// head that only leads elsewhere, an error. text is what the markup prints.
func answer(root *html.Node, text string) error {
	if len(text) > short {
		return nil
	}
	var titles []string
	scripts, refresh, password := "", "", false
	for n := range root.Descendants() {
		switch n.DataAtom {
		case atom.Title, atom.H1, atom.H2:
			titles = append(titles, inner(n))
		case atom.Script:
			scripts += inner(n) + " " + htmltext.Attr(n, "src") + " "
		case atom.Iframe:
			scripts += htmltext.Attr(n, "src") + " "
		case atom.Meta:
			if strings.EqualFold(htmltext.Attr(n, "http-equiv"), "refresh") && strings.Contains(htmltext.Attr(n, "content"), "=") {
				refresh = htmltext.Attr(n, "content")
			}
		case atom.Input:
			password = password || strings.EqualFold(htmltext.Attr(n, "type"), "password")
		}
	}
	all := text + " " + strings.Join(titles, " ") + " " + scripts
	switch {
	case firewall.MatchString(all):
		return fmt.Errorf("%w: it says %q; fetch the page again, more slowly or from another place", ErrBlocked, firewall.FindString(all))
	case password:
		return fmt.Errorf("%w: it asks for a password", ErrLogin)
	}
	for _, t := range titles {
		if failed.MatchString(t) {
			return fmt.Errorf("%w: its title is %q", ErrErrorPage, t)
		}
	}
	switch {
	case refresh != "" && len(text) < 300:
		return fmt.Errorf("%w: its head says %q; fetch that address", ErrRedirect, refresh)
	case moved.MatchString(scripts) && len(text) < 300:
		return fmt.Errorf("%w: a script leads elsewhere by %q and the page says %q", ErrRedirect, strings.TrimSpace(moved.FindString(scripts)), strings.Join(strings.Fields(text), " "))
	case strings.TrimSpace(text) == "":
		return fmt.Errorf("%w: its markup prints nothing", ErrEmpty)
	}
	return nil
}

// inner is the plain text in an element, blanks as one space.
func inner(n *html.Node) string {
	var b strings.Builder
	for d := range n.Descendants() {
		if d.Type == html.TextNode {
			b.WriteString(d.Data)
		}
	}
	return strings.Join(strings.Fields(b.String()), " ")
}
