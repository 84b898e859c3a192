package graph

import (
	"bytes"
	"encoding/json"
	"net/http"
	"strconv"
	"sync"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/gqlerror"
)

// maxAnswer is the bound of an answer, in bytes of its data.
const maxAnswer = 10 << 20

// bounded keeps an answer within its bounds.
func bounded(r *graphql.Response, maxErrors int) *graphql.Response {
	if n := len(r.Data); n > maxAnswer {
		r = &graphql.Response{Data: json.RawMessage("null"), Extensions: r.Extensions, Errors: append(gqlerror.List{refuse(CodeAnswer, maxAnswer, n,
			"the answer has %d bytes; at most %d are given at once: pass a smaller first and go on with after, or take rows as application/x-ndjson", n, maxAnswer)}, r.Errors...)}
	}
	if n := len(r.Errors); n > maxErrors {
		extensions := map[string]any{"errorsLeftOut": n - maxErrors}
		for k, v := range r.Extensions {
			extensions[k] = v
		}
		r = &graphql.Response{Data: r.Data, Errors: r.Errors[:maxErrors], Extensions: extensions}
	}
	return r
}

// marshal is the answer as JSON.
func marshal(r *graphql.Response) ([]byte, error) {
	var b bytes.Buffer
	err := marshalTo(&b, r)
	return b.Bytes(), err
}

// marshalTo writes the answer as JSON: errors first, so that nobody overlooks them, and no data where nothing ran.
func marshalTo(b *bytes.Buffer, r *graphql.Response) error {
	b.Grow(len(r.Data) + 64)
	write := func(name string, v any) error {
		enc := json.NewEncoder(b)
		enc.SetEscapeHTML(false)
		if b.Len() > 1 {
			b.WriteByte(',')
		}
		b.WriteString(`"` + name + `":`)
		if err := enc.Encode(v); err != nil {
			return err
		}
		b.Truncate(b.Len() - 1) // the encoder's line end
		return nil
	}
	b.WriteByte('{')
	if len(r.Errors) > 0 {
		if err := write("errors", r.Errors); err != nil {
			return err
		}
	}
	if r.Data != nil {
		if b.Len() > 1 {
			b.WriteByte(',')
		}
		b.WriteString(`"data":`)
		b.Write(r.Data)
	}
	if len(r.Extensions) > 0 {
		if err := write("extensions", r.Extensions); err != nil {
			return err
		}
	}
	b.WriteByte('}')
	return nil
}

// answersAtHand are buffers to write answers in that have been sent, so that a large answer is not one more piece of
// memory to be made and thrown away. Buffers that have grown past keptAnswer are let go.
type answersAtHand struct{ pool sync.Pool }

const keptAnswer = 256 << 10

func (a *answersAtHand) get() *bytes.Buffer {
	if b, ok := a.pool.Get().(*bytes.Buffer); ok {
		return b
	}
	return &bytes.Buffer{}
}

// put takes a buffer back whose content nobody needs any more.
func (a *answersAtHand) put(b *bytes.Buffer) {
	if b.Cap() <= keptAnswer {
		b.Reset()
		a.pool.Put(b)
	}
}

// writeAnswer writes the answer as JSON. Errors of rows and of streams that did not begin are JSON too.
func writeAnswer(w http.ResponseWriter, status int, as form, r *graphql.Response) {
	writeAnswerBy(&bytes.Buffer{}, w, status, as, r)
}

// writeAnswerBy does so by way of a buffer, which is empty.
func writeAnswerBy(b *bytes.Buffer, w http.ResponseWriter, status int, as form, r *graphql.Response) {
	if err := marshalTo(b, r); err != nil {
		panic(err) // an extension that is no JSON: a fault of this program, masked where panics end
	}
	failed(w, r.Errors)
	writeWhole(w, status, as, b.Bytes())
}

// writeWhole writes an answer that is JSON, as it is.
func writeWhole(w http.ResponseWriter, status int, as form, body []byte) {
	if as != formJSON {
		as = formResponse
	}
	h := w.Header()
	h.Set("Content-Type", as.contentType())
	h.Set("Content-Length", strconv.Itoa(len(body)))
	h["X-Content-Type-Options"] = notGuessed
	w.WriteHeader(status)
	_, _ = w.Write(body) // whoever asked may have gone
}
