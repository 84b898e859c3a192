package e2e

import (
	"bytes"
	"errors"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"councilgraph/internal/dbtest"
	"councilgraph/internal/testsite"
)

// The program harvests sites on loopback where it is allowed to, says what it did, and the second time has nothing to do.
func TestHarvest(t *testing.T) {
	if testing.Short() {
		t.Skip("it builds the program")
	}
	binary, db := buildBinary(t), dbtest.Address(t)
	site := testsite.Start(testsite.Options{Seed: 1, Today: time.Now().UTC(), ServiceOff: true, Base: "/moderngov"})
	defer site.Close()
	migrate := exec.CommandContext(t.Context(), binary, "migrate", "--database", db)
	if out, err := migrate.CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	run := func(code int, want string, args ...string) {
		t.Helper()
		cmd := exec.CommandContext(t.Context(), binary, append([]string{"harvest", "--database", db, "--pace", "1ms"}, args...)...)
		var all bytes.Buffer
		cmd.Stdout, cmd.Stderr = &all, &all
		err := cmd.Run()
		var exit *exec.ExitError
		if err != nil && !errors.As(err, &exit) || cmd.ProcessState.ExitCode() != code || !strings.Contains(all.String(), want) {
			t.Errorf("harvest %q ended with %v, want exit code %d and %q:\n%s", args, err, code, want, all.String())
		}
	}
	contact := "--contact=records@wexcombe.example"
	run(2, "pass an e-mail or web address", "E09000006")
	run(2, "is no council's code or slug", contact, "nowhere")
	run(2, "is no day", contact, "--from", "yesterday", "E09000006")
	run(2, "no council is known under this host", contact, "--allow-private", "http://localhost:1")
	run(2, "at least one council or address, or --all", contact)
	run(2, "a minute is the least", contact, "--every", "10s", "E09000006")
	run(2, "for a harvest that ends", contact, "--every", "1h", "--json", "E09000006")
	run(1, "private or loopback address", contact, "E09000006="+site.Root())
	run(1, "private or loopback address", contact, "--council", "E09000006", site.Root())
	run(0, "0 gaps", contact, "--council", "E09000006", "--allow-private", site.Root())
	asked := len(site.Requests())
	run(0, "1 pages asked for, 0 taken in, 0 as before, 0 withdrawn, 0 gaps", contact, "--council", "E09000006", "--allow-private", site.Root())
	if again := len(site.Requests()) - asked; again*10 > asked {
		t.Errorf("%d requests the second time, %d the first", again, asked)
	}
	site.Fault(testsite.Fault{Kind: testsite.Firewall, On: "ielistdocuments", Times: 1})
	run(1, "the answer of a firewall", contact, "--council", "E09000006", "--allow-private", "--again", site.Root())
	run(0, "0 gaps", contact, "--council", "E09000006", "--allow-private", site.Root())
	archive := filepath.Join(t.TempDir(), "pages.warc.gz")
	run(2, "ends in .warc.gz", contact, "--warc", "pages.warc", "E09000006")
	run(0, "0 gaps", contact, "--council", "E09000006", "--allow-private", "--again", "--warc", archive, site.Root())
	ingest := exec.CommandContext(t.Context(), binary, "ingest", "--database", dbtest.Address(t), "--council", "E09000006", archive)
	if out, err := ingest.CombinedOutput(); err != nil || strings.Contains(string(out), "passed over") {
		t.Errorf("the archive is not read: %v: %s", err, out)
	}
	for _, r := range site.Requests() {
		if !strings.HasPrefix(r.Agent, "councilgraph/") || !strings.Contains(r.Agent, "(+mailto:records@wexcombe.example)") {
			t.Fatalf("%s was asked by %q", r.Target, r.Agent)
		}
	}
}
