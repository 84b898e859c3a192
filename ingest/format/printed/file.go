package printed

import (
	"strings"

	"councilgraph/ingest/minutes"
	"councilgraph/ingest/record"
	"councilgraph/internal/regexp"
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

// File is a line that names a file.
type File struct {
	Title      string // without size, item and restriction
	Skip       int    // bytes of the line before its title
	Length     int    // bytes of the line up to its title's end
	Size       string
	MediaType  string
	Item       string // the number of the item it belongs to
	Restricted bool
	Sized      bool // the line carries a mark or a size, so that it is a file wherever it stands
}

// ReadFile takes the marks off a line that names a file.
func ReadFile(s string) File {
	f := File{Length: len(s)}
	if !mayBeFile(s) {
		f.Title = Tidy(s)
		return f
	}
	if m := sizeSuffix.FindStringSubmatchIndex(s); m != nil {
		f.Size, f.MediaType, f.Sized = Tidy(s[m[4]:m[5]]), mediaTypes[strings.ToLower(s[m[2]:m[3]])], true
		f.Length = m[0]
	} else if m := bracketSize.FindStringSubmatchIndex(s); m != nil {
		f.Size, f.MediaType, f.Sized, f.Skip = Tidy(s[m[4]:m[5]]), mediaTypes["pdf"], true, m[2]
		f.Length = m[3]
	} else if m := iconOnly.FindStringIndex(s); m != nil {
		f.Sized, f.Length = true, m[0]
	}
	if m := restricted.FindStringIndex(s[:f.Length]); m != nil {
		f.Restricted, f.Sized, f.Length = true, true, m[0]
	}
	if m := itemSuffix.FindStringSubmatchIndex(s[:f.Length]); m != nil {
		f.Item, f.Length = s[m[2]:m[3]], m[0]
	}
	f.Title = strings.TrimRightFunc(s[f.Skip:f.Length], Blank)
	f.Length = f.Skip + len(f.Title)
	f.Title = Tidy(f.Title)
	return f
}

// Record gives the file as a fact of the page; start is where the line begins.
func (f File) Record(start int, spans *minutes.Spans, rule string) record.File {
	return record.File{Title: f.Title, Size: f.Size, MediaType: f.MediaType,
		Span: spans.Span(minutes.Place{Start: start + f.Skip, End: start + f.Length, Rule: rule})}
}

// marks are stretches of text that every mark of a file holds one of.
var marks = []string{"KB", "MB", "Kb", "kb", "Mb", "GB", "ytes", "icon", "restricted", "gyfyngu", "item", "K)"}

// mayBeFile says whether a line is worth a closer look.
func mayBeFile(s string) bool {
	for _, m := range marks {
		if strings.Contains(s, m) {
			return true
		}
	}
	return false
}
