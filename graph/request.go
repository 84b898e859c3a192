package graph

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"mime"
	"net/http"
)

// acceptable refuses what is no GraphQL request before GraphQL begins, with an answer that says how to
// write one. Nothing of what was sent is echoed.
func acceptable(w http.ResponseWriter, r *http.Request) bool {
	switch r.Method {
	case http.MethodGet, http.MethodHead:
		if v := r.URL.Query().Get("variables"); v != "" && !json.Valid([]byte(v)) {
			return refused(w, http.StatusBadRequest, CodeRequest, "the parameter variables is not JSON; write an object such as {\"first\": 10}, percent-encoded")
		}
		return true
	case http.MethodPost:
	default:
		w.Header().Set("Allow", "GET, HEAD, POST")
		return refused(w, http.StatusMethodNotAllowed, CodeRequest, "GraphQL answers GET and POST here")
	}
	if kind, _, err := mime.ParseMediaType(r.Header.Get("Content-Type")); err != nil || kind != "application/json" {
		return refused(w, http.StatusUnsupportedMediaType, CodeRequest, "send the query as Content-Type: application/json, with a body such as {\"query\": \"{ councils { totalCount } }\"}")
	}
	body, err := io.ReadAll(http.MaxBytesReader(w, r.Body, maxBody))
	switch {
	case errors.As(err, new(*http.MaxBytesError)):
		return refused(w, http.StatusRequestEntityTooLarge, CodeBody, fmt.Sprintf("the request's body is over %d bytes; ask for less at once", maxBody))
	case err != nil:
		return refused(w, http.StatusBadRequest, CodeRequest, "the request's body did not arrive whole; send it again")
	}
	if first := bytes.TrimLeft(body, " \t\r\n"); len(first) == 0 || first[0] != '{' || !json.Valid(body) {
		return refused(w, http.StatusBadRequest, CodeRequest, "the request's body is not one JSON object; write it as {\"query\": \"{ councils { totalCount } }\"}")
	}
	r.Body = io.NopCloser(bytes.NewReader(body))
	return true
}

// refused answers with a GraphQL error that was found before GraphQL began.
func refused(w http.ResponseWriter, status int, code, message string) bool {
	w.Header().Set("Content-Type", "application/json; charset=utf-8")
	w.WriteHeader(status)
	_ = json.NewEncoder(w).Encode(map[string]any{"errors": []any{map[string]any{"message": message, "extensions": map[string]any{"code": code}}}})
	return false
}
