package fetch

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"councilgraph/ingest/record"
)

func TestWalk_Manifest(t *testing.T) {
	dir := t.TempDir()
	write(t, dir, "pages/one.txt", []byte("one"))
	write(t, dir, "two.txt.gz", zipped(t, []byte("two")))
	write(t, dir, "unlisted.txt", []byte("three"))
	manifest := write(t, dir, ManifestName, []byte(
		`{"file": "two.txt.gz", "council": "E09000006", "url": "https://democracy.example.org/mgAi.aspx?ID=1", "mediaType": "text/plain; charset=utf-8", "fetchedAt": "2018-03-29T10:00:00+01:00"}`+"\n\n"+
			`{"file": "pages/one.txt", "fetchedAt": "2018-03-29"}`))
	want := []record.Document{
		{
			Name: filepath.Join(dir, "two.txt.gz"), URL: "https://democracy.example.org/mgAi.aspx?ID=1", Council: "E09000006",
			MediaType: "text/plain", FetchedAt: "2018-03-29T09:00:00Z", SHA256: sum("two"), Bytes: []byte("two"),
		},
		{
			Name: filepath.Join(dir, "pages/one.txt"), MediaType: "text/plain", FetchedAt: "2018-03-29T00:00:00Z",
			SHA256: sum("one"), Bytes: []byte("one"),
		},
	}
	for _, path := range []string{manifest, dir} {
		docs, errs := collect(t, Options{}, path)
		if errs != nil {
			t.Fatal(errs)
		}
		if d := cmp.Diff(want, docs); d != "" {
			t.Errorf("%s (-want +got):\n%s", path, d)
		}
	}
}

func TestWalk_BadLinesDoNotStopIt(t *testing.T) {
	outer := t.TempDir()
	dir := filepath.Join(outer, "in")
	write(t, outer, "secret.txt", []byte("secret"))
	write(t, dir, "good.txt", []byte("good"))
	write(t, dir, "sub/x.txt", []byte("x"))
	if err := os.Symlink(filepath.Join(outer, "secret.txt"), filepath.Join(dir, "link.txt")); err != nil {
		t.Fatal(err)
	}
	tests := []struct {
		line string
		want error
		says string
	}{
		{`{"file": "good.txt", "licence": "x"}`, ErrBadManifest, `unknown field "licence"`},
		{`{"file": "good.txt"`, ErrBadManifest, "unexpected EOF"},
		{`{"file": "good.txt"} {"file": "good.txt"}`, ErrBadManifest, "more than one JSON object"},
		{`{"council": "E1"}`, ErrBadManifest, "file is missing"},
		{`{"file": 7}`, ErrBadManifest, "cannot unmarshal number"},
		{`{"file": "good.txt", "url": "ftp://a/b"}`, ErrBadManifest, "not a full http"},
		{`{"file": "good.txt", "fetchedAt": "29/03/2018"}`, ErrBadManifest, `"29/03/2018" is neither`},
		{`{"file": "good.txt", "fetchedAt": "2018-02-30"}`, ErrBadManifest, "is neither"},
		{`{"file": "good.txt", "mediaType": "text"+}`, ErrBadManifest, "invalid character"},
		{`{"file": "good.txt", "mediaType": ";"}`, ErrBadManifest, `mediaType ";"`},
		{`{"file": "good.txt", "council": "` + strings.Repeat("x", maxLine) + `"}`, ErrBadManifest, "longer than 65536 bytes"},
		{`{"file": "../secret.txt"}`, ErrOutside, "outside the manifest's folder"},
		{`{"file": "` + filepath.ToSlash(outer) + `/secret.txt"}`, ErrOutside, "outside the manifest's folder"},
		{`{"file": "link.txt"}`, ErrOutside, "outside the manifest's folder"},
		{`{"file": "none.txt"}`, ErrMissing, "no such file"},
		{`{"file": "sub"}`, ErrNotAFile, "name a file"},
	}
	var lines []string
	for _, tt := range tests {
		lines = append(lines, tt.line)
	}
	lines = append(lines, `{"file": "good.txt"}`)
	manifest := write(t, dir, ManifestName, []byte(strings.Join(lines, "\n")))
	docs, errs := collect(t, Options{}, manifest)
	if len(docs) != 1 || string(docs[0].Bytes) != "good" {
		t.Errorf("documents %v, want the good one", docs)
	}
	if len(errs) != len(tests) {
		t.Fatalf("%d errors, want %d: %v", len(errs), len(tests), errs)
	}
	for i, tt := range tests {
		var e *Error
		if !errors.Is(errs[i], tt.want) || !errors.As(errs[i], &e) {
			t.Errorf("line %d: error %v, want %v", i+1, errs[i], tt.want)
			continue
		}
		if e.Line != i+1 || e.Manifest != manifest || !strings.Contains(e.Error(), tt.says) {
			t.Errorf("line %d: %q, want %q", i+1, e, tt.says)
		}
	}
}

func TestWalk_ManifestThatIsMissing(t *testing.T) {
	_, errs := collect(t, Options{}, filepath.Join(t.TempDir(), ManifestName))
	if len(errs) != 1 || !errors.Is(errs[0], ErrMissing) {
		t.Errorf("errors %v, want ErrMissing", errs)
	}
}
