package graph

import (
	_ "embed" // for the published schema
	"net/http"
)

//go:generate go run ./publish

// schema is the published schema, in one file.
//
//go:embed schema.graphql
var schema []byte

// Schema serves the published schema as SDL.
func Schema(w http.ResponseWriter, r *http.Request) {
	if r.Method != http.MethodGet && r.Method != http.MethodHead {
		w.Header().Set("Allow", "GET, HEAD")
		http.Error(w, "the schema answers GET and HEAD", http.StatusMethodNotAllowed)
		return
	}
	w.Header().Set("Content-Type", "application/graphql; charset=utf-8")
	w.Header().Set("Access-Control-Allow-Origin", "*")
	_, _ = w.Write(schema)
}
