package export

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"
)

// popoloDocument is an export of the made-up country, by list.
func popoloDocument(t *testing.T) map[string][]map[string]any {
	t.Helper()
	path := filepath.Join(t.TempDir(), "a.json")
	export(t, country(t), options(Popolo, path))
	var document map[string]json.RawMessage
	if err := json.Unmarshal(read(t, path), &document); err != nil {
		t.Fatal(err)
	}
	var meta struct{ Version, Licence string }
	if err := json.Unmarshal(document["meta"], &meta); err != nil || meta.Version == "" || meta.Licence != "L" {
		t.Errorf("%v %s", err, document["meta"])
	}
	delete(document, "meta")
	lists := map[string][]map[string]any{}
	for name, text := range document {
		var list []map[string]any
		if err := json.Unmarshal(text, &list); err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		lists[name] = list
	}
	return lists
}

// Every list has entries, no two of one id, and what one names by its id is there.
func TestPopolo_joins(t *testing.T) {
	lists := popoloDocument(t)
	ids := map[string]map[string]bool{}
	for name, list := range lists {
		ids[name] = map[string]bool{}
		for _, e := range list {
			id := e["id"].(string)
			if ids[name][id] || !strings.HasPrefix(id, "https://x.example/id/") {
				t.Errorf("%s: the id %s", name, id)
			}
			ids[name][id] = true
		}
		if len(list) == 0 {
			t.Errorf("no %s", name)
		}
	}
	if len(lists) != 8 {
		t.Errorf("%d lists", len(lists))
	}
	to := map[string]string{
		"organization_id": "organizations", "on_behalf_of_id": "organizations", "person_id": "persons", "creator_id": "persons", "voter_id": "persons",
		"post_id": "posts", "area_id": "areas", "legislative_session_id": "events", "motion_id": "motions",
	}
	for name, list := range lists {
		for _, e := range list {
			for key, value := range e {
				want := to[key]
				if key == "parent_id" {
					want = name
				}
				if want != "" && !ids[want][value.(string)] {
					t.Errorf("%s: %s %v is not among the %s", name, key, value, want)
				}
			}
		}
	}
}

// Each entry is valid by Popolo's schema of its class. The schemas are of draft 3, of which they use one thing that newer drafts
// write in another way: that a property is required.
func TestPopolo_valid(t *testing.T) {
	root := os.Getenv("SHARED")
	if root == "" {
		t.Skip("SHARED does not name the folder of the shared data")
	}
	c := jsonschema.NewCompiler()
	c.AssertFormat()
	files, err := filepath.Glob(filepath.Join(root, "data/popolo-schema/schemas/*.json"))
	if err != nil || len(files) < 10 {
		t.Fatalf("%d schemas: %v", len(files), err)
	}
	const at = "http://www.popoloproject.com/schemas/"
	for _, f := range files {
		document, err := jsonschema.UnmarshalJSON(bytes.NewReader(read(t, f)))
		if err != nil {
			t.Fatal(err)
		}
		newer(document)
		document.(map[string]any)["$schema"] = "http://json-schema.org/draft-04/schema#"
		if err := c.AddResource(at+filepath.Base(f), document); err != nil {
			t.Fatal(err)
		}
	}
	classes := map[string]string{
		"organizations": "organization", "areas": "area", "persons": "person", "posts": "post", "memberships": "membership", "events": "event",
		"motions": "motion", "vote_events": "vote_event",
	}
	for name, list := range popoloDocument(t) {
		schema, err := c.Compile(at + classes[name] + ".json")
		if err != nil {
			t.Fatal(err)
		}
		for _, e := range list {
			if err := schema.Validate(e); err != nil {
				t.Fatalf("%s: %v\n%v", name, err, e)
			}
		}
		if err := schema.Validate(map[string]any{"id": 5}); err == nil {
			t.Errorf("%s: the schema takes anything", name)
		}
	}
}

// newer writes a schema of draft 3 as one of draft 4.
func newer(schema any) {
	switch s := schema.(type) {
	case map[string]any:
		if properties, ok := s["properties"].(map[string]any); ok {
			var required []any
			for name, p := range properties {
				if p, ok := p.(map[string]any); ok && p["required"] == true {
					required = append(required, name)
					delete(p, "required")
				}
			}
			if len(required) > 0 {
				s["required"] = required
			}
		}
		for _, v := range s {
			newer(v)
		}
	case []any:
		for _, v := range s {
			newer(v)
		}
	}
}
