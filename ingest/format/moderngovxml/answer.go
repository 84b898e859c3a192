package moderngovxml

import (
	"fmt"
	"net/url"
	"strings"

	"councilgraph/ingest/format/printed"
	"councilgraph/ingest/record"
	"councilgraph/internal/regexp"
)

// expected says that by its address, its file's name or its media type the document is an answer of the service.
func expected(doc record.Document) bool {
	if u, err := url.Parse(doc.URL); err == nil && strings.Contains(strings.ToLower(u.Path), "mgwebservice.asmx") {
		return true
	}
	media := strings.ToLower(doc.MediaType)
	return strings.HasSuffix(strings.ToLower(doc.Name), ".xml") || media == "text/xml" || media == "application/xml" || media == "application/soap+xml"
}

// before are what may stand before the root: declarations, comments, a document type.
var before = regexp.MustCompile(`^(?:[\s\x{feff}]+|<\?[^>]*\?>|<![A-Za-z][^<>\[]*(?:\[[^\]]*\][^<>\[]*)?>)`)

// rootName is the name of the first element in lower case, without its prefix; "" where the text does not
// begin as markup does.
func rootName(text string) string {
	for {
		if strings.HasPrefix(text, "<!--") {
			end := strings.Index(text, "-->")
			if end < 0 {
				return ""
			}
			text = text[end+3:]
			continue
		}
		m := before.FindStringIndex(text)
		if m == nil {
			break
		}
		text = text[m[1]:]
	}
	if !strings.HasPrefix(text, "<") {
		return ""
	}
	end := strings.IndexAny(text, " \t\r\n/>")
	if end < 2 {
		return ""
	}
	name := strings.ToLower(text[1:end])
	return name[strings.LastIndexByte(name, ':')+1:]
}

func isHTML(root string) bool {
	switch root {
	case "html", "head", "body", "script", "div", "p", "title", "meta", "link", "style", "h1", "h2", "font", "table", "span", "center", "form", "b", "br":
		return true
	}
	return false
}

func isEnvelope(root string) bool { return root == "envelope" }

// isResult says that a root is a wrapping of the service around an answer.
func isResult(root string) bool {
	return root == "string" || strings.HasSuffix(root, "result") || strings.HasSuffix(root, "response")
}

var (
	pageTitle = regexp.MustCompile(`(?is)<title[^>]*>(.{0,400}?)</title>`)
	sendsAway = regexp.MustCompile(`(?i)\b(?:window|document|self|top)?\.?location(?:\.href|\.replace|\.assign)?[ \t]*[=(]|http-equiv=["']?refresh`)
)

// instead tells what came in place of an answer.
func instead(text, root string) error {
	switch title := pageTitle.FindStringSubmatch(text[:min(len(text), 64<<10)]); {
	case root == "script" && sendsAway.MatchString(text):
		return fmt.Errorf("%w: it is a script that sends the browser to another address; fetch it from there, as a rule with https", ErrNoAnswer)
	case root == "script":
		return fmt.Errorf("%w: it is a script", ErrNoAnswer)
	case title != nil && printed.Tidy(unescape(title[1])) != "":
		return fmt.Errorf("%w: it is an HTML page with the title %q", ErrNoAnswer, shortened(unescape(title[1])))
	case root != "":
		return fmt.Errorf("%w: it is HTML that begins with <%s>", ErrNoAnswer, root)
	}
	return fmt.Errorf("%w: it is no markup and begins with %q", ErrNoAnswer, shortened(text))
}

// shortened is the beginning of a text for a message.
func shortened(s string) string {
	r := []rune(printed.Tidy(s[:min(len(s), 1000)]))
	if len(r) > 80 {
		return string(r[:80]) + "..."
	}
	return string(r)
}
