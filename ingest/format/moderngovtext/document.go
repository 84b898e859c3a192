package moderngovtext

import (
	"regexp"
	"strings"

	"councilgraph/ingest/minutes"
	"councilgraph/ingest/record"
)

// sizeSuffix is what the system prints behind a link to a file: "pdf icon PDF 168 KB".
var sizeSuffix = regexp.MustCompile(`(?i)[\s\x{a0}]*(?:\b(?:pdf|docx?|word|xlsx?|excel|pptx?|powerpoint|html?|rtf|txt|zip|jpe?g|png)[\s\x{a0}]+e?icon[\s\x{a0}]+)?\b(PDF|DOCX?|DOCM|XLSX?|XLSM|PPTX?|HTML?|RTF|TXT|ZIP|JPE?G|PNG|CSV|MSG|ODT)[\s\x{a0}]+(\d[\d.,]*[\s\x{a0}]?(?:KB|MB|GB|bytes|K/bytes|B))\.?$`)

// bracketSize is the size as CMIS prints it: "pdf Agenda Front Page (93Kb)".
var bracketSize = regexp.MustCompile(`(?i)^pdf[\s\x{a0}]+(.*?)(?:\.pdf)?[\s\x{a0}]*\((\d[\d.,]*[\s\x{a0}]?(?:KB|MB|K|bytes))\)$`)

// itemSuffix is the item that a file belongs to, printed behind its title: ", item 6.1".
var itemSuffix = regexp.MustCompile(`(?i)[\s\x{a0}]*,[\s\x{a0}]*(?:item|eitem)[\s\x{a0}]+(\d+[0-9A-Za-z.()]*?)\.?$`)

// restricted stands behind a file that the public may not see.
var restricted = regexp.MustCompile(`(?i)[\s\x{a0}]*,?[\s\x{a0}]*(?:View reasons (?:document is )?restricted|Gweld y rhesymau dros gyfyngu)\b.*$`)

var iconOnly = regexp.MustCompile(`(?i)[\s\x{a0}]+(?:pdf|docx?|word|xlsx?|html?)[\s\x{a0}]+e?icon(?:[\s\x{a0}]+(?:PDF|DOCX?|XLSX?|HTML?))?$`)

// mediaTypes names the types whose marks the system prints.
var mediaTypes = map[string]string{
	"pdf": "application/pdf", "doc": "application/msword", "htm": "text/html", "html": "text/html", "rtf": "application/rtf", "txt": "text/plain", "zip": "application/zip", "csv": "text/csv",
	"docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
	"xls":  "application/vnd.ms-excel",
	"xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}

// file is a line that names a file.
type file struct {
	title      string // without size, item and restriction
	skip       int    // bytes of the line before its title
	length     int    // bytes of the line up to its title's end
	size       string
	mediaType  string
	item       string // the number of the item it belongs to
	restricted bool
	sized      bool // the line carries a mark or a size, so that it is a file wherever it stands
}

// readFile takes the marks off a line that names a file.
func readFile(s string) file {
	f := file{length: len(s)}
	if m := sizeSuffix.FindStringSubmatchIndex(s); m != nil {
		f.size, f.mediaType, f.sized = tidy(s[m[4]:m[5]]), mediaTypes[strings.ToLower(s[m[2]:m[3]])], true
		f.length = m[0]
	} else if m := bracketSize.FindStringSubmatchIndex(s); m != nil {
		f.size, f.mediaType, f.sized, f.skip = tidy(s[m[4]:m[5]]), mediaTypes["pdf"], true, m[2]
		f.length = m[3]
	} else if m := iconOnly.FindStringIndex(s); m != nil {
		f.sized, f.length = true, m[0]
	}
	if m := restricted.FindStringIndex(s[:f.length]); m != nil {
		f.restricted, f.sized, f.length = true, true, m[0]
	}
	if m := itemSuffix.FindStringSubmatchIndex(s[:f.length]); m != nil {
		f.item, f.length = s[m[2]:m[3]], m[0]
	}
	f.title = strings.TrimRightFunc(s[f.skip:f.length], blank)
	f.length = f.skip + len(f.title)
	f.title = tidy(f.title)
	return f
}

// record gives the file as a fact of the page.
func (f file) record(l line, spans *minutes.Spans, rule string) record.File {
	return record.File{Title: f.title, Size: f.size, MediaType: f.mediaType,
		Span: spans.Span(minutes.Place{Start: l.start + f.skip, End: l.start + f.length, Rule: rule})}
}
