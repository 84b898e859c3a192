package archtest

import (
	"encoding/json"
	"errors"
	"io"
	"os/exec"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestHouse reads the imports of every package there is; a folder that does not exist has none to break.
func TestHouse(t *testing.T) {
	root, err := exec.Command("go", "list", "-m", "-f", "{{.Dir}}").Output()
	if err != nil {
		t.Fatalf("find the module: %v", err)
	}
	list := exec.Command("go", "list", "-json=ImportPath,Imports", "./...")
	list.Dir = strings.TrimSpace(string(root))
	out, err := list.Output()
	if err != nil {
		t.Fatalf("list the packages: %v", err)
	}
	var packages []Package
	for in := json.NewDecoder(strings.NewReader(string(out))); ; {
		var p Package
		if err := in.Decode(&p); errors.Is(err, io.EOF) {
			break
		} else if err != nil {
			t.Fatal(err)
		}
		packages = append(packages, p)
	}
	if len(packages) < 5 {
		t.Fatalf("only %d packages were listed", len(packages))
	}
	for _, line := range Check(packages, Rules(), OutsideRules()) {
		t.Error(line)
	}
}

func TestCheck(t *testing.T) {
	tests := []struct {
		name    string
		from    string
		imports []string
		want    []string // starts of the lines
	}{
		{"the command may all", "councilgraph", []string{"councilgraph/graph", "councilgraph/ingest/load"}, nil},
		{"allowed", "councilgraph/ingest/load", []string{"councilgraph/ent/meeting", "councilgraph/ingest/record", "fmt"}, nil},
		{"packages below", "councilgraph/ingest", []string{"councilgraph/ingest/format/moderngovtext"}, nil},
		{"graph and ingest", "councilgraph/graph", []string{"councilgraph/ingest/record"}, []string{"councilgraph/graph imports councilgraph/ingest/record: "}},
		{"ingest and graph", "councilgraph/ingest", []string{"councilgraph/graph"}, []string{"councilgraph/ingest imports councilgraph/graph: "}},
		{"narrow before wide", "councilgraph/ent/schema", []string{"councilgraph/ent"}, []string{"councilgraph/ent/schema imports councilgraph/ent: "}},
		{"one format, another", "councilgraph/ingest/format/cmis", []string{"councilgraph/ingest/format/oparl"}, []string{"councilgraph/ingest/format/cmis imports"}},
		{"no prefix of a word", "councilgraph/linked", []string{"councilgraph/entry"}, []string{"councilgraph/linked imports councilgraph/entry: "}},
		{"driver in its place", "councilgraph/internal/database", []string{"github.com/jackc/pgx/v5/stdlib", "modernc.org/sqlite"}, nil},
		{"driver elsewhere", "councilgraph/graph", []string{"github.com/jackc/pgx/v5"}, []string{"councilgraph/graph imports github.com/jackc/pgx/v5: "}},
		{"driver in the command", "councilgraph", []string{"modernc.org/sqlite"}, []string{"councilgraph imports modernc.org/sqlite: "}},
		{"parser on the network", "councilgraph/ingest/format/cmis", []string{"net/http"}, []string{"councilgraph/ingest/format/cmis imports net/http: "}},
		{"fetch on the network", "councilgraph/ingest/fetch", []string{"net/http", "os"}, nil},
		{"network names", "councilgraph/ingest/format/cmis", []string{"net/url"}, nil},
		{"no rule", "councilgraph/util", nil, []string{"councilgraph/util: no rule"}},
		{"not ours", "example.org/x", []string{"councilgraph/graph"}, nil},
	}
	for _, tt := range tests {
		got := Check([]Package{{tt.from, tt.imports}}, Rules(), OutsideRules())
		if len(got) != len(tt.want) {
			t.Errorf("%s: %q, want %d lines", tt.name, got, len(tt.want))
			continue
		}
		for i, line := range got {
			if !strings.HasPrefix(line, tt.want[i]) {
				t.Errorf("%s (-want +got):\n%s", tt.name, cmp.Diff(tt.want[i], line))
			}
		}
	}
}

// Every rule gives its reason, and none stands behind a wider one that hides it.
func TestRules(t *testing.T) {
	rules := Rules()
	for i, r := range rules {
		if r.Why == "" {
			t.Errorf("%s: no reason", r.Package)
		}
		for _, earlier := range rules[:i] {
			if fits(strings.TrimSuffix(r.Package, "/..."), []string{earlier.Package}) && strings.HasSuffix(earlier.Package, "/...") {
				t.Errorf("%s stands behind %s and never counts", r.Package, earlier.Package)
			}
		}
	}
}
