package graph

import (
	"crypto/sha256"
	"encoding/base64"
	"encoding/binary"
	"encoding/json"
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
	var room [2 << 10]byte // of most queries: no memory is asked for
	all := put(put(put(put(room[:0], program), v.String()), v.at), string(q.form))
	for _, text := range texts {
		all = put(all, text)
	}
	sum := sha256.Sum256(all)
	return base64.RawURLEncoding.EncodeToString(sum[:18])
}

// tagOf is the tag of the answer of that name in an encoding: that tells encodings apart too.
func tagOf(name, encoding string) string {
	if encoding != "" {
		name += "-" + encoding
	}
	return `"` + name + `"`
}

// put adds a text with its length, so that no two lists of texts run into the same bytes.
func put(all []byte, text string) []byte {
	return append(binary.BigEndian.AppendUint64(all, uint64(len(text))), text...)
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
	all := put(nil, string(schema))
	if info, ok := debug.ReadBuildInfo(); ok {
		all = put(all, info.String())
	}
	sum := sha256.Sum256(all)
	return string(sum[:])
}
