package graph

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"mime"
	"net/http"
	"net/url"
	"strings"
	"unicode/utf8"

	"github.com/99designs/gqlgen/graphql"
)

// maxAddress is how many bytes the address of a request may have, its query included.
const maxAddress = 8 << 10

// request is what a client asks, read but not yet understood as GraphQL.
type request struct {
	graphql.RawParams
	body     []byte // of a POST, until it is read
	accept   accepted
	form     form   // of the answer
	paging   paging // of rows
	document string // the name of a document that is to be found here, "" where there is none
}

// outside looks at a request without reading it: its method, its address, what it takes for an answer.
func outside(r *http.Request) (*request, *refusal) {
	switch r.Method {
	case http.MethodGet, http.MethodHead, http.MethodPost:
	default:
		return nil, refusedMethod(methods, "GraphQL answers GET and POST here")
	}
	if n := len(r.URL.RequestURI()); n > maxAddress {
		return nil, refusedLimit(http.StatusRequestURITooLong, CodeAddress, maxAddress, n, "the address has %d bytes; at most %d are read: send the query by POST", n, maxAddress)
	}
	accept := readAccept(r.Header.Values("Accept"))
	form, ok := accept.choose()
	if !ok {
		return nil, refusedRequest(http.StatusNotAcceptable, "nothing that your Accept header takes is given here; answers come as application/graphql-response+json, application/json, application/x-ndjson, text/csv, and subscriptions as text/event-stream")
	}
	paging, refused := readPaging(r.URL.Query(), form)
	if refused != nil {
		return nil, refused
	}
	return &request{accept: accept, form: form, paging: paging}, nil
}

// receive takes the bytes of a POST.
func (q *request) receive(w http.ResponseWriter, r *http.Request, maxBody int) (refused *refusal) {
	if r.Method == http.MethodPost {
		q.body, refused = readBody(w, r, maxBody)
	}
	return refused
}

// read reads what the request asks from its address or from its body, which has been received.
func (q *request) read(r *http.Request) *refusal {
	q.Headers = r.Header
	q.ReadTime.Start = graphql.Now()
	defer func() { q.ReadTime.End = graphql.Now() }()
	if r.Method != http.MethodPost {
		return q.readAddress(r.URL.RawQuery)
	}
	body := q.body
	q.body = nil
	return q.readBody(body)
}

// readAddress reads the parameters of a GET.
func (q *request) readAddress(raw string) *refusal {
	given, err := url.ParseQuery(raw)
	if err != nil {
		return refusedRequest(http.StatusBadRequest, "the parameters of the address are not percent-encoded as they should be; encode them as a form's are")
	}
	q.Query, q.OperationName, q.document = given.Get("query"), given.Get("operationName"), given.Get("documentId")
	for name, into := range map[string]*map[string]any{"variables": &q.Variables, "extensions": &q.Extensions} {
		if v := given.Get(name); v != "" && decode([]byte(v), into) != nil {
			return refusedRequest(http.StatusBadRequest, "the parameter "+name+" is no JSON object; write one such as {\"first\": 10}, percent-encoded")
		}
	}
	return q.complete()
}

// readBody takes the bytes of a POST, which must be JSON in UTF-8 and of a bounded size.
func readBody(w http.ResponseWriter, r *http.Request, maxBody int) ([]byte, *refusal) {
	if !isJSON(r.Header.Get("Content-Type")) {
		return nil, refusedRequest(http.StatusUnsupportedMediaType, "send the query as Content-Type: application/json in UTF-8, with a body such as {\"query\": \"{ councils { totalCount } }\"}")
	}
	if packed := r.Header.Get("Content-Encoding"); packed != "" && packed != "identity" {
		return nil, refusedRequest(http.StatusUnsupportedMediaType, "the request's body is compressed; send it as it is")
	}
	body, err := readAll(http.MaxBytesReader(w, r.Body, int64(maxBody)), r.ContentLength)
	switch {
	case errors.As(err, new(*http.MaxBytesError)):
		return nil, refusedLimit(http.StatusRequestEntityTooLarge, CodeBody, maxBody, max(int(r.ContentLength), maxBody+1), "the request's body is over %d bytes; ask for less at once", maxBody)
	case err != nil:
		return nil, refusedRequest(http.StatusBadRequest, "the request's body did not arrive whole; send it again")
	}
	return body, nil
}

// readAll reads a body of the length that it says it has, -1 where it says none.
func readAll(body io.Reader, length int64) ([]byte, error) {
	if length < 0 || length > grownAtOnce {
		return io.ReadAll(body)
	}
	all := make([]byte, length) // net/http gives no more, and an error for less
	_, err := io.ReadFull(body, all)
	return all, err
}

// grownAtOnce is up to which length a body is believed that it will come: for more, room is made as it comes.
const grownAtOnce = 16 << 10

// isJSON says whether a Content-Type is JSON in UTF-8.
func isJSON(header string) bool {
	if header == "application/json" { // what most clients send
		return true
	}
	kind, params, err := mime.ParseMediaType(header)
	charset := params["charset"]
	return err == nil && kind == "application/json" && (charset == "" || strings.EqualFold(charset, "utf-8"))
}

// readBody reads the one JSON object of a POST. Nothing of it is ever echoed.
func (q *request) readBody(body []byte) *refusal {
	var given struct {
		Query, OperationName, DocumentID, Variables, Extensions json.RawMessage
	}
	if json.Unmarshal(body, &given) != nil || bytes.TrimLeft(body, " \t\r\n")[0] != '{' {
		return refusedRequest(http.StatusBadRequest, "the request's body is not one JSON object; write it as {\"query\": \"{ councils { totalCount } }\"}")
	}
	for _, p := range []struct {
		name  string
		given json.RawMessage
		into  *string
	}{{"query", given.Query, &q.Query}, {"operationName", given.OperationName, &q.OperationName}, {"documentId", given.DocumentID, &q.document}} {
		if decodeText(p.given, p.into) != nil {
			return refusedPart(p.name, "a text")
		}
	}
	for _, p := range []struct {
		name  string
		given json.RawMessage
		into  *map[string]any
	}{{"variables", given.Variables, &q.Variables}, {"extensions", given.Extensions, &q.Extensions}} {
		if len(p.given) > 0 && decode(p.given, p.into) != nil {
			return refusedPart(p.name, "an object")
		}
	}
	return q.complete()
}

// refusedPart is a body of which one part is not of its kind.
func refusedPart(name, kind string) *refusal {
	return refusedRequest(http.StatusBadRequest, fmt.Sprintf("%s of the request is not %s; leave it out, or write %s", name, kind, kind))
}

// complete refuses a request that asks nothing.
func (q *request) complete() *refusal {
	if q.Query == "" && q.document == "" && q.Extensions["persistedQuery"] == nil {
		return refusedRequest(http.StatusBadRequest, "the request has no query; send one as the parameter query, such as { councils { totalCount } }")
	}
	return nil
}

// decodeText reads a text from JSON that is known to be good; null and nothing leave it as it is. A text that means what
// it says, letter by letter, is taken as it stands.
func decodeText(b json.RawMessage, into *string) error {
	if n := len(b); n >= 2 && b[0] == '"' && bytes.IndexByte(b, '\\') < 0 && utf8.Valid(b) {
		*into = string(b[1 : n-1])
		return nil
	}
	if len(b) == 0 {
		return nil
	}
	return json.Unmarshal(b, into)
}

// decode reads one JSON value and nothing after it. Numbers keep their digits.
func decode(b []byte, into any) error {
	dec := json.NewDecoder(bytes.NewReader(b))
	dec.UseNumber()
	if err := dec.Decode(into); err != nil {
		return err
	}
	if _, err := dec.Token(); !errors.Is(err, io.EOF) {
		return errors.New("more than one value")
	}
	return nil
}
