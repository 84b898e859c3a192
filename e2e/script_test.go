package e2e

import (
	"compress/gzip"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"

	"councilgraph/internal/dbtest"
)

// The scripts in testdata/script drive the real binary: what each command prints, refuses and leaves
// behind. $DB is a fresh database of the kind under test, $PORT a free port.
func TestScript(t *testing.T) {
	binary := buildBinary(t)
	testscript.Run(t, testscript.Params{
		Dir: "testdata/script",
		Setup: func(env *testscript.Env) error {
			port, err := dbtest.Port()
			if err != nil {
				return err
			}
			env.Setenv("PATH", filepath.Dir(binary)+string(os.PathListSeparator)+os.Getenv("PATH"))
			env.Setenv("DB", dbtest.Address(env.T().(testing.TB)))
			env.Setenv("PORT", strconv.Itoa(port))
			env.Setenv("XDG_DATA_HOME", filepath.Join(env.WorkDir, "data"))
			return nil
		},
		Cmds: map[string]func(*testscript.TestScript, bool, []string){"mkfile": mkfile, "await": await, "gone": gone},
	})
}

func buildBinary(t *testing.T) string {
	t.Helper()
	binary := filepath.Join(t.TempDir(), "councilgraph")
	out, err := exec.CommandContext(t.Context(), "go", "build", "-o", binary, "councilgraph").CombinedOutput()
	if err != nil {
		t.Fatalf("build: %v\n%s", err, out)
	}
	return binary
}

// mkfile makes a file that no one would want to keep as text: mkfile huge NAME, mkfile binary NAME,
// mkfile cut-gzip NAME.
func mkfile(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 2 {
		ts.Fatalf("usage: mkfile huge|binary|undecodable|cut-gzip NAME")
	}
	name := ts.MkAbs(args[1])
	switch args[0] {
	case "huge": // 200 MB that take no room on the disk
		f, err := os.Create(name)
		ts.Check(err)
		ts.Check(f.Truncate(200 << 20))
		ts.Check(f.Close())
	case "binary":
		ts.Check(os.WriteFile(name, []byte("\x00\x01\x02\x7fELF\x00\x00Agenda item\x00\x00\x00"), 0o600))
	case "undecodable":
		ts.Check(os.WriteFile(name, []byte("Agenda item\n\n\x81\x8d\x8f\x90\x9d\x81\x8d\xff\xfe\xc3\x28 \x81\x8d\x8f\x90\x9d"), 0o600))
	case "cut-gzip":
		f, err := os.Create(name)
		ts.Check(err)
		z := gzip.NewWriter(f)
		for i := range 5000 {
			_, err := fmt.Fprintln(z, "Agenda item", i*i)
			ts.Check(err)
		}
		ts.Check(z.Close())
		info, err := f.Stat()
		ts.Check(err)
		ts.Check(f.Truncate(info.Size() / 2))
		ts.Check(f.Close())
	default:
		ts.Fatalf("mkfile %s: no such kind", args[0])
	}
}
