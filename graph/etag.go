package graph

import (
	"crypto/sha256"
	"encoding/base64"
	"encoding/binary"
	"encoding/json"
	"hash"
	"net/http"
	"runtime/debug"
	"strconv"
	"strings"

	"github.com/vektah/gqlparser/v2/ast"
)

// freshness is how long a cache may give an answer without asking, and then how long while it asks.
const freshness = "public, max-age=60, stale-while-revalidate=600"

// name names an answer before it is computed: by the version of the data, by the program that answers, and
// by all of the request that it depends on. Equal tags are equal bytes, so it is a strong one; it
// therefore tells the forms of one answer apart.
func (q *request) name(program string, v dataVersion) string {
	variables, _ := json.Marshal(q.Variables) // read from JSON, sorted by name
	extensions, _ := json.Marshal(q.Extensions)
	return q.nameOf(program, v, q.Query, q.OperationName, string(variables), string(extensions), q.paging.after, strconv.FormatBool(q.paging.all))
}

// nameOfBody names the answer of a POST by its bytes alone: such an answer is found again without reading them.
func (q *request) nameOfBody(program string, v dataVersion) string {
	return q.nameOf(program, v, string(q.body))
}

// nameOf is a digest of the texts.
func (q *request) nameOf(program string, v dataVersion, texts ...string) string {
	sum := sha256.New()
	for _, part := range append([]string{program, v.String(), v.at, string(q.form)}, texts...) {
		put(sum, part)
	}
	return base64.RawURLEncoding.EncodeToString(sum.Sum(nil)[:18])
}

// tagOf is the tag of the answer of that name in an encoding: that tells encodings apart too.
func tagOf(name, encoding string) string {
	if encoding != "" {
		name += "-" + encoding
	}
	return `"` + name + `"`
}

// put adds a text with its length, so that no two lists of texts run into the same bytes.
func put(sum hash.Hash, s string) {
	var n [8]byte
	binary.BigEndian.PutUint64(n[:], uint64(len(s)))
	_, _ = sum.Write(n[:]) // never fails
	_, _ = sum.Write([]byte(s))
}

// known says whether an If-None-Match header names the tag. A proxy that packed the answer again has made
// the tag a weak one; the answer is still the same. The star, any answer at all, is no use here.
func known(header []string, tag string) bool {
	for entry := range strings.SplitSeq(strings.Join(header, ","), ",") {
		if strings.TrimPrefix(strings.TrimSpace(entry), "W/") == tag {
			return true
		}
	}
	return false
}

// cacheable says whether the answer depends on the data alone: not where the operation asks for what
// is the client's own or of the moment.
func cacheable(op *ast.OperationDefinition) bool {
	if op.Operation != ast.Query {
		return false
	}
	return !selects(op.SelectionSet, "rateLimit")
}

// selects says whether a root field is selected, within fragments too.
func selects(set ast.SelectionSet, name string) bool {
	for _, s := range set {
		switch s := s.(type) {
		case *ast.Field:
			if s.Name == name {
				return true
			}
		case *ast.InlineFragment:
			if selects(s.SelectionSet, name) {
				return true
			}
		case *ast.FragmentSpread:
			if selects(s.Definition.SelectionSet, name) {
				return true
			}
		}
	}
	return false
}

// keep lets caches keep the answer under the tag.
func keep(h http.Header, tag string) {
	h.Set("ETag", tag)
	h.Set("Cache-Control", freshness)
}

// programName tells this program from another that would answer the same request otherwise.
func programName() string {
	sum := sha256.New()
	put(sum, string(schema))
	if info, ok := debug.ReadBuildInfo(); ok {
		put(sum, info.String())
	}
	return string(sum.Sum(nil))
}
