package main

import (
	"bytes"
	"encoding/json"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"entgo.io/ent/dialect"
	"github.com/google/go-cmp/cmp"

	"councilgraph/bench/generate/synthetic"
	"councilgraph/ent"
	"councilgraph/ent/agendaitem"
	"councilgraph/graph"
	"councilgraph/internal/database"
	"councilgraph/internal/dbtest"
)

// What is written by hand answers as the program itself does, or its speed would say nothing.
func TestByHand(t *testing.T) {
	db := dbtest.New(t)
	if _, err := synthetic.Write(t.Context(), db, synthetic.Options{Resolutions: 1500, Councils: 1, Seed: 1}); err != nil {
		t.Fatal(err)
	}
	own, flat := graph.Handler(api(db)), front(db)
	var whole http.Handler
	if db.Dialect == dialect.Postgres {
		var err error
		if whole, err = statements(db); err != nil {
			t.Fatal(err)
		}
	}
	for _, id := range some(t, db, "Item") {
		same(t, "Item", id, own, flat, whole)
	}
	for _, id := range some(t, db, "Attended") {
		same(t, "Attended", id, own, flat, whole)
	}
	same(t, "Newest", "", own, flat, whole)
}

// some are ids of the nodes that a question asks about, and one that leads nowhere.
func some(t *testing.T, db *database.Database, question string) []string {
	t.Helper()
	var ids []int
	var err error
	if question == "Item" {
		ids, err = db.Client.AgendaItem.Query().Order(ent.Desc(agendaitem.FieldID)).Limit(40).IDs(t.Context())
		ids = append(ids, ids[0]+1)
	} else {
		ids, err = db.Client.Person.Query().Limit(40).IDs(t.Context())
	}
	if err != nil {
		t.Fatal(err)
	}
	out := make([]string, len(ids))
	for i, id := range ids {
		out[i] = strconv.Itoa(id)
	}
	return out
}

func same(t *testing.T, question, id string, own, flat, whole http.Handler) {
	t.Helper()
	want := ask(t, own, question, id)
	if diff := cmp.Diff(want, ask(t, flat, question, id)); diff != "" {
		t.Errorf("%s %s, flat rows (-program +by hand):\n%s", question, id, diff)
	}
	if whole == nil {
		return
	}
	if diff := cmp.Diff(want, ask(t, whole, question, id)); diff != "" {
		t.Errorf("%s %s, one statement (-program +by hand):\n%s", question, id, diff)
	}
}

// ask is the answer without cursors, which each form writes in its own way.
func ask(t *testing.T, h http.Handler, question, id string) any {
	t.Helper()
	text, err := os.ReadFile(filepath.Join("..", "compare", "questions", "councilgraph", strings.ToLower(question)+".graphql"))
	if err != nil {
		t.Fatal(err)
	}
	asked := map[string]any{"query": string(text), "operationName": question}
	if id != "" {
		asked["variables"] = map[string]string{"id": id}
	}
	body, err := json.Marshal(asked)
	if err != nil {
		t.Fatal(err)
	}
	r := httptest.NewRequest(http.MethodPost, "/graphql", bytes.NewReader(body))
	r.Header.Set("Content-Type", "application/json")
	w := httptest.NewRecorder()
	h.ServeHTTP(w, r)
	var answer map[string]any
	if err := json.Unmarshal(w.Body.Bytes(), &answer); err != nil || answer["data"] == nil {
		t.Fatalf("%s %s: %v: %s", question, id, err, w.Body)
	}
	data := answer["data"].(map[string]any)
	if list, ok := data["resolutions"].(map[string]any); ok {
		delete(list["pageInfo"].(map[string]any), "endCursor")
	}
	return data
}
