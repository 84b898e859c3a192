package graph

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"strings"

	"github.com/99designs/gqlgen/graphql/errcode"
	"github.com/99designs/gqlgen/graphql/handler/lru"
	"github.com/vektah/gqlparser/v2/gqlerror"
)

// The bounds of what clients leave here: anyone may fill it, so it is small and forgets.
const (
	keptDocuments   = 1000
	maxKeptDocument = 16 << 10 // bytes
)

// persisted finds documents that clients name instead of sending: those that they left here before (the
// automatic persisted queries of Apollo), and those that the server was started with.
type persisted struct {
	trusted Documents
	left    *lru.LRU[string] // by SHA-256
}

func newPersisted(trusted Documents) *persisted {
	return &persisted{trusted, lru.New[string](keptDocuments)}
}

// find puts the document in its place where the request only names it, and refuses one that may not be asked.
func (p *persisted) find(ctx context.Context, q *request) *gqlerror.Error {
	if err := q.readPersisted(); err != nil {
		return err
	}
	if q.Query == "" {
		text, ok := p.trusted.texts[q.document]
		if !ok {
			text, ok = p.left.Get(ctx, q.document)
		}
		if !ok {
			return coded(CodeDocument, "PersistedQueryNotFound") // the words that clients look for
		}
		q.Query = text
	}
	if p.trusted.Only && !p.trusted.has(q.Query) {
		return coded(CodeUntrusted, "this server answers only the documents that it was started with; name one by documentId, or ask its keeper to add yours")
	}
	return nil
}

// keep keeps a document that came with its hash and proved valid.
func (p *persisted) keep(ctx context.Context, q *request) {
	if q.document != "" && len(q.Query) <= maxKeptDocument && sha256Hex(q.Query) == q.document {
		p.left.Add(ctx, q.document, q.Query)
	}
}

// readPersisted reads which document is meant: by documentId, or by the extension persistedQuery. The
// extension is taken out: with it or without it the answer is the same.
func (q *request) readPersisted() *gqlerror.Error {
	if q.document != "" {
		if q.Query != "" {
			return coded(CodeRequest, "the request has both query and documentId; send one of them")
		}
		q.document = strings.TrimPrefix(q.document, "sha256:")
		return nil
	}
	given, ok := q.Extensions["persistedQuery"]
	if !ok {
		return nil
	}
	delete(q.Extensions, "persistedQuery")
	asked, _ := given.(map[string]any)
	hash, _ := asked["sha256Hash"].(string)
	if version, ok := asked["version"]; hash == "" || ok && !isOne(version) {
		return coded(CodeRequest, `extensions.persistedQuery is not understood; write it as {"version": 1, "sha256Hash": "..."}`)
	}
	q.document = strings.ToLower(hash)
	if q.Query != "" && sha256Hex(q.Query) != q.document {
		return coded(CodeRequest, "the SHA-256 of the query is not extensions.persistedQuery.sha256Hash; hash the query's bytes in UTF-8 as they are sent, in hexadecimal digits")
	}
	return nil
}

func isOne(v any) bool {
	n, ok := v.(interface{ String() string }) // a number as it was written
	return ok && n.String() == "1"
}

func sha256Hex(s string) string {
	sum := sha256.Sum256([]byte(s))
	return hex.EncodeToString(sum[:])
}

// coded is an error of the closed list.
func coded(code, message string) *gqlerror.Error {
	err := &gqlerror.Error{Message: message}
	errcode.Set(err, code)
	return err
}
