package export

import (
	"archive/zip"
	"bufio"
	"bytes"
	"compress/gzip"
	"context"
	"database/sql"
	"encoding/csv"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"councilgraph/bench/generate/synthetic"
	"councilgraph/ent"
	"councilgraph/internal/database"
	"councilgraph/internal/dbtest"
)

// country is a store with a made-up country in it, and one page that says something.
func country(t *testing.T) *database.Database {
	t.Helper()
	db := dbtest.New(t)
	ctx := t.Context()
	if _, err := synthetic.Write(ctx, db, synthetic.Options{Resolutions: 300, Councils: 2, Seed: 1}); err != nil {
		t.Fatal(err)
	}
	committees := db.Client.Committee.Query().AllX(ctx)
	for i, c := range committees {
		council := db.Client.Council.GetX(ctx, c.CouncilID)
		sum := fmt.Sprintf("%064d", i)
		src := db.Client.Source.Create().SetKey("s" + sum).SetURI("/id/" + council.Slug + "/source/" + sum[52:]).SetSha256(sum).SetMediaType("text/html").
			SetURL("https://council.example/=\"a\",b?i=" + fmt.Sprint(i)).SetFormat("moderngov").SetPageType("list").SetReaderVersion(1).SetCouncilID(council.ID).SaveX(ctx)
		db.Client.Evidence.Create().SetKey("e" + sum).SetSubjectID(c.ID).SetSubjectType("Committee").SetSubjectKey(c.Key).SetRank("0").SetStart(0).SetEnd(4).
			SetQuote("=\"é\n\x01\",\r\n<").SetRule("list").SetSays("{}").SetSourceID(src.ID).ExecX(ctx)
	}
	db.Client.Change.Create().SetAction("CREATED").SetNodeType("Committee").SetNodeID(committees[0].ID).SetAt("2026-01-02T03:04:05Z").ExecX(ctx)
	return db
}

func options(f Format, out string) Options {
	return Options{Format: f, Out: out, Base: "https://x.example", Licence: "L", Attribution: "A", Create: func(ctx context.Context, path string) (*sql.DB, error) {
		db, err := database.Open(ctx, "sqlite:"+path)
		if err != nil {
			return nil, err
		}
		return db.DB, nil
	}}
}

func export(t *testing.T, db *database.Database, o Options) Report {
	t.Helper()
	r, err := Run(t.Context(), db.DB, db.Dialect, o)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func read(t *testing.T, path string) []byte {
	t.Helper()
	b, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if strings.HasSuffix(path, ".gz") {
		z, err := gzip.NewReader(bytes.NewReader(b))
		if err != nil {
			t.Fatal(err)
		}
		if b, err = io.ReadAll(z); err != nil {
			t.Fatal(err)
		}
	}
	return b
}

// stored counts the rows of each kind.
func stored(t *testing.T, db *database.Database) map[string]int {
	t.Helper()
	out := map[string]int{}
	for _, kind := range kinds() {
		var n int
		if err := db.DB.QueryRowContext(t.Context(), `SELECT COUNT(*) FROM "`+ent.Kinds()[kind].Table+`"`).Scan(&n); err != nil {
			t.Fatal(err)
		}
		if n > 0 {
			out[kind] = n
		}
	}
	return out
}

// lines counts the lines of each kind, and gives those of one.
func lines(t *testing.T, text []byte, of string) (map[string]int, []map[string]any) {
	t.Helper()
	out := map[string]int{}
	var some []map[string]any
	s := bufio.NewScanner(bytes.NewReader(text))
	s.Buffer(nil, 1<<20)
	for s.Scan() {
		var row map[string]any
		if err := json.Unmarshal(s.Bytes(), &row); err != nil {
			t.Fatalf("%v: %s", err, s.Bytes())
		}
		kind := row["type"].(string)
		out[kind]++
		if kind == of {
			some = append(some, row)
		}
	}
	return out, some
}

// Every kind of the API is exported, but for the feed of changes.
func TestKinds_all(t *testing.T) {
	want := slices.Collect(maps.Keys(ent.Kinds()))
	want = slices.DeleteFunc(want, func(k string) bool { return k == "Change" })
	slices.Sort(want)
	got := slices.Clone(kinds())
	slices.Sort(got)
	if d := cmp.Diff(want, got); d != "" {
		t.Errorf("kinds that are not exported (-) or not there (+):\n%s", d)
	}
}

func TestRun_ndjson(t *testing.T) {
	db, folder := country(t), t.TempDir()
	plain := filepath.Join(folder, "a.ndjson")
	r := export(t, db, options(NDJSON, plain))
	text := read(t, plain)
	got, evidence := lines(t, text, "Evidence")
	if got["Dataset"] != 1 {
		t.Error("no line tells what it is")
	}
	delete(got, "Dataset")
	want := stored(t, db)
	if d := cmp.Diff(want, got); d != "" {
		t.Errorf("rows (-stored +exported):\n%s", d)
	}
	if d := cmp.Diff(want, r.Rows); d != "" || r.Bytes != int64(len(text)) || len(r.SHA256) != 64 {
		t.Errorf("report %+v\n%s", r, d)
	}
	if !strings.HasPrefix(string(text), `{"type":"Dataset","version":"`+r.Version+`","lastIngest":"2026-01-02T03:04:05Z","council":null,"licence":"L","attribution":"A"}`+"\n") {
		t.Errorf("the first line is %.200s", text)
	}
	if evidence[0]["quote"] != "=\"é\n\x01\",\r\n<" || evidence[0]["subjectType"] != "Committee" || evidence[0]["start"] != 0.0 || evidence[0]["sourceUri"] == nil {
		t.Errorf("evidence %v", evidence[0])
	}
	_, items := lines(t, text, "AgendaItem")
	if _, ok := items[0]["restricted"]; !ok || !strings.HasPrefix(items[0]["meetingUri"].(string), "/id/") || items[0]["meetingId"] == "" || items[0]["ownIssueKey"] != nil {
		t.Errorf("item %v", items[0])
	}
	var stream bytes.Buffer
	o := options(NDJSON, "")
	o.Stdout = &stream
	export(t, db, o)
	export(t, db, options(NDJSON, plain+".gz"))
	if !bytes.Equal(stream.Bytes(), text) || !bytes.Equal(read(t, plain+".gz"), text) {
		t.Error("the stream or the packed file is another than the plain one")
	}
	left, _ := filepath.Glob(filepath.Join(folder, "*.part*"))
	if len(left) > 0 {
		t.Errorf("left behind: %v", left)
	}
}

func TestRun_oneCouncil(t *testing.T) {
	db, folder := country(t), t.TempDir()
	all := stored(t, db)
	sum := map[string]int{}
	for _, c := range db.Client.Council.Query().AllX(t.Context()) {
		if n, err := c.QueryMeetings().Count(t.Context()); err != nil || n == 0 {
			continue
		}
		path := filepath.Join(folder, c.Slug+".ndjson")
		o := options(NDJSON, path)
		o.Council = c.Slug
		export(t, db, o)
		got, items := lines(t, read(t, path), "AgendaItem")
		for _, i := range items {
			if i["councilUri"] != c.URI {
				t.Fatalf("%s holds %v", c.Slug, i)
			}
		}
		for kind, n := range got {
			sum[kind] += n
		}
	}
	delete(sum, "Dataset")
	all["Council"] = 2
	if d := cmp.Diff(all, sum); d != "" {
		t.Errorf("all councils together (-stored +exported):\n%s", d)
	}
	o := options(NDJSON, filepath.Join(folder, "none.ndjson"))
	o.Council = "nowhere"
	if _, err := Run(t.Context(), db.DB, db.Dialect, o); !errors.Is(err, ErrOptions) || !strings.Contains(err.Error(), `"nowhere"`) {
		t.Errorf("an unknown council: %v", err)
	}
}

func TestRun_csv(t *testing.T) {
	db, folder := country(t), t.TempDir()
	out := filepath.Join(folder, "tables")
	export(t, db, options(CSV, out))
	export(t, db, options(CSV, out+".zip"))
	z, err := zip.OpenReader(out + ".zip")
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = z.Close() }()
	got := map[string]int{}
	for _, kind := range kinds() {
		name := ent.Kinds()[kind].Table + ".csv"
		text := read(t, filepath.Join(out, name))
		f, err := z.Open(name)
		if err != nil {
			t.Fatal(err)
		}
		if zipped, err := io.ReadAll(f); err != nil || !bytes.Equal(zipped, text) {
			t.Errorf("%s is another in the zip file: %v", name, err)
		}
		rows, err := csv.NewReader(bytes.NewReader(text)).ReadAll()
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		if len(rows) > 1 {
			got[kind] = len(rows) - 1
		}
		if kind == "Evidence" {
			at := slices.Index(rows[0], "quote")
			if quote := rows[1][at]; quote != "'=\"é\n\x01\",\n<" { // encoding/csv reads CRLF within quotes as LF
				t.Errorf("the quote is %q", quote)
			}
		}
	}
	if d := cmp.Diff(stored(t, db), got); d != "" {
		t.Errorf("rows (-stored +exported):\n%s", d)
	}
}

func TestRun_sqlite(t *testing.T) {
	db, path := country(t), filepath.Join(t.TempDir(), "a.db")
	r := export(t, db, options(SQLite, path))
	out := dbtest.Open(t, "sqlite:"+path)
	if d := cmp.Diff(stored(t, db), stored(t, out)); d != "" {
		t.Errorf("rows (-stored +exported):\n%s", d)
	}
	var broken int
	if err := out.DB.QueryRowContext(t.Context(), "SELECT COUNT(*) FROM pragma_foreign_key_check").Scan(&broken); err != nil || broken > 0 {
		t.Errorf("%d foreign keys lead nowhere: %v", broken, err)
	}
	var version, text string
	if err := out.DB.QueryRowContext(t.Context(), "SELECT version FROM dataset").Scan(&version); err != nil || version != r.Version {
		t.Errorf("version %s, %v", version, err)
	}
	if err := out.DB.QueryRowContext(t.Context(), `SELECT r.text FROM resolutions r JOIN agenda_items i ON i.id = r."agendaItemId" JOIN councils c ON c.id = i."councilId" LIMIT 1`).Scan(&text); err != nil || text == "" {
		t.Errorf("a resolution of an item of a council: %q %v", text, err)
	}
	var kept int
	if err := out.DB.QueryRowContext(t.Context(), "SELECT COUNT(*) FROM sqlite_master WHERE name IN ('contents', 'claims', 'mentions', 'changes', 'search_texts')").Scan(&kept); err != nil || kept > 0 {
		t.Errorf("%d tables that the program keeps for itself: %v", kept, err)
	}
}

func TestRun_nquads(t *testing.T) {
	db, path := country(t), filepath.Join(t.TempDir(), "a.nq")
	export(t, db, options(NQuads, path))
	graphs := map[string]bool{}
	for line := range strings.Lines(string(read(t, path))) {
		fields := strings.Fields(line)
		graph := fields[len(fields)-2]
		if !strings.HasPrefix(line, "<https://x.example/") || fields[len(fields)-1] != "." || !strings.HasPrefix(graph, "<https://x.example/d") {
			t.Fatalf("no statement of a document: %s", line)
		}
		graphs[graph] = true
	}
	n := 1 // that of the data set
	for kind, rows := range stored(t, db) {
		if ent.Kinds()[kind].Columns["uri"] != "" {
			n += rows
		}
	}
	if len(graphs) != n {
		t.Errorf("%d documents, of %d things", len(graphs), n)
	}
	o := options(NQuads, path)
	o.Base = ""
	if _, err := Run(t.Context(), db.DB, db.Dialect, o); !errors.Is(err, ErrOptions) || !strings.Contains(err.Error(), "--base-url") {
		t.Errorf("without an address: %v", err)
	}
}

var errStop = errors.New("stopped")

// An export that is broken off anywhere goes on from there, and is the same as an undisturbed one.
func TestRun_resumes(t *testing.T) {
	db, folder := country(t), t.TempDir()
	for _, c := range []struct {
		format Format
		suffix string
	}{{NDJSON, ".ndjson"}, {NDJSON, ".ndjson.gz"}, {CSV, ""}, {NQuads, ".nq"}, {NQuads, ".nq.gz"}} {
		whole, broken := filepath.Join(folder, "whole"+string(c.format)+c.suffix), filepath.Join(folder, "broken"+string(c.format)+c.suffix)
		export(t, db, options(c.format, whole))
		steps, resumed := 0, 0
		for stop := 3; ; stop += 9 {
			o := options(c.format, broken)
			o.Pause = time.Nanosecond
			ctx, cancel := context.WithCancelCause(t.Context())
			steps = 0
			o.Progress = func(Progress) {
				if steps++; steps == stop {
					cancel(errStop)
				}
			}
			r, err := Run(ctx, db.DB, db.Dialect, o)
			cancel(nil)
			if r.Resumed {
				resumed++
			}
			if err == nil {
				break
			}
			if !errors.Is(context.Cause(ctx), errStop) {
				t.Fatal(err)
			}
			if _, err := os.Stat(broken); err == nil {
				t.Fatalf("%s is there and is not whole", broken)
			}
		}
		if resumed < 2 {
			t.Errorf("%s%s: gone on with %d times", c.format, c.suffix, resumed)
		}
		if c.format == CSV {
			for _, kind := range kinds() {
				name := ent.Kinds()[kind].Table + ".csv"
				if !bytes.Equal(read(t, filepath.Join(whole, name)), read(t, filepath.Join(broken, name))) {
					t.Errorf("%s is another than in an undisturbed run", name)
				}
			}
		} else if !bytes.Equal(read(t, whole), read(t, broken)) {
			t.Errorf("%s%s is another than in an undisturbed run", c.format, c.suffix)
		}
	}
}

// Where the data has changed since, an export that was broken off is begun anew.
func TestRun_restarts(t *testing.T) {
	db, path := country(t), filepath.Join(t.TempDir(), "a.ndjson")
	o := options(NDJSON, path)
	o.Pause = time.Nanosecond
	ctx, cancel := context.WithCancel(t.Context())
	o.Progress = func(p Progress) {
		if p.Kind == "Meeting" {
			cancel()
		}
	}
	if _, err := Run(ctx, db.DB, db.Dialect, o); err == nil {
		t.Fatal("it was not broken off")
	}
	db.Client.Change.Create().SetAction("CREATED").SetNodeType("Committee").SetNodeID(1).SetAt("2026-01-03T03:04:05Z").ExecX(t.Context())
	r := export(t, db, options(NDJSON, path))
	got, _ := lines(t, read(t, path), "")
	delete(got, "Dataset")
	if d := cmp.Diff(stored(t, db), got); !r.Restarted || r.Resumed || d != "" {
		t.Errorf("%+v\n%s", r, d)
	}
}

// What is written while an export runs is not in it.
func TestRun_oneState(t *testing.T) {
	db, path := country(t), filepath.Join(t.TempDir(), "a.ndjson")
	want := stored(t, db)
	o := options(NDJSON, path)
	done := false
	o.Progress = func(Progress) {
		if !done {
			done = true
			council := db.Client.Council.Query().FirstX(t.Context())
			db.Client.Issue.Create().SetKey("new").SetURI("/id/new").SetCouncilID(council.ID).ExecX(t.Context())
		}
	}
	export(t, db, o)
	got, _ := lines(t, read(t, path), "")
	delete(got, "Dataset")
	if d := cmp.Diff(want, got); d != "" || !done {
		t.Errorf("(-before +exported):\n%s", d)
	}
}

func TestPublish(t *testing.T) {
	db, folder := country(t), t.TempDir()
	now := time.Date(2026, 1, 2, 3, 4, 5, 0, time.UTC)
	for range 2 {
		for _, f := range []Format{NDJSON, CSV} {
			o := options(f, "")
			o.Out = filepath.Join(folder, o.NameIn())
			if err := Publish(folder, o, export(t, db, o), now); err != nil {
				t.Fatal(err)
			}
		}
	}
	m, err := ReadManifest(folder)
	if err != nil || len(m.Files) != 2 {
		t.Fatalf("%+v %v", m, err)
	}
	f := m.Files[1]
	sum, err := sumOf(filepath.Join(folder, f.Name))
	if f.Name != "councilgraph-all.ndjson.gz" || f.SHA256 != sum || err != nil || f.WrittenAt != "2026-01-02T03:04:05Z" || f.Council != nil || *f.LastIngest != "2026-01-02T03:04:05Z" || !f.Packed() {
		t.Errorf("%+v %v", f, err)
	}
}
