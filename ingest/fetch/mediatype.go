package fetch

import (
	"net/http"
	"path/filepath"
	"strings"
)

// mediaType tells the media type by the name's ending, else by the first bytes. The endings are listed
// here because the system's own table differs from machine to machine.
func mediaType(path string, content []byte) string {
	name := strings.ToLower(strings.TrimSuffix(path, gzipExt))
	switch filepath.Ext(name) {
	case ".txt", ".text":
		return "text/plain"
	case ".htm", ".html", ".asp", ".aspx":
		return "text/html"
	case ".xml", ".asmx":
		return "text/xml"
	case ".json":
		return "application/json"
	case ".pdf":
		return "application/pdf"
	}
	detected, _, _ := strings.Cut(http.DetectContentType(content), ";")
	return detected
}
