package moderngovhtml

import (
	"path"
	"sort"
	"strings"

	"councilgraph/ingest/format/htmltext"
	"councilgraph/ingest/format/printed"
	"councilgraph/ingest/record"
)

// files are the documents that a line links to or, where any is set, names. A link to a page of the
// system is no document.
func (r *reader) files(l line, any bool, rule string) []record.File {
	var out []record.File
	links := r.linksIn(l.Start, l.End())
	for _, k := range links {
		if !isFile(k) {
			continue
		}
		// The size stands within the link or right behind it.
		f := printed.ReadFile(r.page[k.From:k.To])
		whole := printed.ReadFile(r.page[k.From:l.End()])
		if !f.Sized && whole.Sized && len(links) == 1 {
			f.Size, f.MediaType = whole.Size, whole.MediaType
		}
		if f.Title == "" {
			continue
		}
		file := f.Record(k.From, r.spans, rule)
		file.URL, file.SourceID = withoutFragment(k.href), attachment(k.href)
		out = append(out, file)
	}
	if len(out) > 0 {
		return out
	}
	if f := printed.ReadFile(l.Text); f.Title != "" && !strings.HasSuffix(f.Title, ":") && (f.Size != "" || f.Restricted || any && (l.kind == listed || l.Bullet)) {
		return []record.File{f.Record(l.Start, r.spans, rule)}
	}
	return nil
}

// isFile says that a link leads to a document: a file of the system's folder of documents, a file that
// the system converts, or one that the link's text gives a size.
func isFile(k link) bool {
	p := strings.ToLower(k.href)
	if cut := strings.IndexAny(p, "?#"); cut >= 0 {
		p = p[:cut]
	}
	switch path.Ext(p) {
	case ".pdf", ".doc", ".docx", ".xls", ".xlsx", ".ppt", ".pptx", ".rtf", ".txt", ".csv", ".zip", ".odt":
		return true
	}
	if strings.HasPrefix(p, "documents/") || strings.Contains(p, "/documents/") {
		return true
	}
	switch k.to.Script {
	case "mgconvert2pdf", "ecsddisplay", "ecsddisplayclassic":
		return true
	case "celistdocuments":
		return htmltext.HasClass(k.node, "mgAiTitleTxt") || strings.Contains(p, "rd=")
	}
	return false
}

// attachment is the system's id of a document, "" where its address has none.
func attachment(href string) string {
	low := strings.ToLower(href)
	if at := strings.Index(low, "documents/"); at >= 0 {
		id, _, _ := strings.Cut(href[at+len("documents/"):], "/")
		if len(id) > 1 && strings.ContainsAny(id[:1], "sgbSGB") && digits(id[1:]) {
			return id
		}
	}
	if to := printed.ReadAddress(href); to.Script == "mgconvert2pdf" && digits(to.ID) {
		return "s" + to.ID
	}
	return ""
}

func withoutFragment(href string) string {
	href, _, _ = strings.Cut(href, "#")
	return href
}

// boldLabel is the label in bold that a line begins with.
func (r *reader) boldLabel(l line) (htmltext.Range, bool) {
	i := sort.Search(len(r.fields), func(i int) bool { return r.fields[i].From >= l.Start })
	if i == len(r.fields) || r.fields[i].From != l.Start || r.fields[i].To > l.End() {
		return htmltext.Range{}, false
	}
	return r.fields[i], strings.Contains(r.page[l.Start:min(r.fields[i].To+1, len(r.page))], ":")
}
