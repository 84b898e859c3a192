package moderngovxml

import (
	"html"
	"strconv"
	"strings"

	"councilgraph/internal/regexp"
)

// bodies are the elements that hold HTML. Some services do not escape it.
var bodies = regexp.MustCompile(`(?i)<(agendatext|minutesnonemptyhtmlbody|decisionnonemptyhtmlbody|minuteshtmlbody|decisionhtmlbody|agendaitemtitle|commenttext[12])(?:[ \t\r\n][^<>]*)?>`)

// repair puts right what would stop the reading of XML: signs that XML does not allow, bare or by their
// number, and HTML that was not escaped within the elements that hold it.
func repair(text string) string {
	text = strings.Map(func(r rune) rune {
		if r < 0x20 && r != '\t' && r != '\n' && r != '\r' || r == 0xfffe || r == 0xffff {
			return ' '
		}
		return r
	}, text)
	text = numbered.ReplaceAllStringFunc(text, func(ref string) string {
		if n, err := strconv.ParseUint(strings.TrimSuffix(ref[2:], ";"), 10, 32); ref[2] != 'x' && ref[2] != 'X' {
			return allowed(ref, n, err)
		}
		n, err := strconv.ParseUint(strings.TrimSuffix(ref[3:], ";"), 16, 32)
		return allowed(ref, n, err)
	})
	return escapeBodies(text)
}

var numbered = regexp.MustCompile(`&#(?:[xX][0-9a-fA-F]{1,8}|[0-9]{1,9});`)

// allowed is the reference, or a space where its sign is none of XML's.
func allowed(ref string, n uint64, err error) string {
	switch {
	case err != nil, n > 0x10ffff, n < 0x20 && n != '\t' && n != '\n' && n != '\r', n >= 0xd800 && n <= 0xdfff, n == 0xfffe, n == 0xffff:
		return " "
	}
	return ref
}

// escapeBodies escapes HTML that stands bare in the elements that hold HTML.
func escapeBodies(text string) string {
	var out strings.Builder
	at := 0
	ends := map[string]bool{} // elements that are closed nowhere further on
	for {
		m := bodies.FindStringSubmatchIndex(text[at:])
		if m == nil {
			break
		}
		from := at + m[1]
		name := text[at+m[2] : at+m[3]]
		end := -1
		if !ends[name] {
			end = strings.Index(text[from:], "</"+name+">")
		}
		if end < 0 || text[from-2] == '/' {
			ends[name] = ends[name] || end < 0 && text[from-2] != '/'
			out.WriteString(text[at:from])
			at = from
			continue
		}
		inner := text[from : from+end]
		out.WriteString(text[at:from])
		if strings.IndexByte(inner, '<') >= 0 && !strings.HasPrefix(strings.TrimSpace(inner), "<![CDATA[") {
			inner = html.EscapeString(inner)
		}
		out.WriteString(inner)
		at = from + end
	}
	if at == 0 {
		return text
	}
	out.WriteString(text[at:])
	return out.String()
}
