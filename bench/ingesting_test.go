package bench

import (
	"context"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"councilgraph/bench/generate/synthetic"
	"councilgraph/internal/database"
)

const (
	servedResolutions = 20_000
	asksEachSecond    = 25
	ingestPhase       = 12 * time.Second
	ingestRounds      = 3
	pagesEachRound    = 4000 // more than can be taken in during a phase
)

// BenchmarkServeWhileIngesting asks a server for pages at a fixed rate, in turn while nothing else goes on and while another
// process takes pages into the same file, and reports the 99th percentiles of the answers' times and how many times as
// long as idle the other is: the median of three rounds. Times count from when a question was due, so that
// one that waits behind another is not forgotten. It takes about two minutes whatever -benchtime says.
func BenchmarkServeWhileIngesting(b *testing.B) {
	folder := b.TempDir()
	binary, address := filepath.Join(folder, "councilgraph"), "sqlite:"+filepath.Join(folder, "served.db")
	if out, err := exec.CommandContext(b.Context(), "go", "build", "-o", binary, "councilgraph").CombinedOutput(); err != nil {
		b.Fatalf("build: %v\n%s", err, out)
	}
	if out, err := exec.CommandContext(b.Context(), binary, "migrate", "--database", address).CombinedOutput(); err != nil {
		b.Fatalf("migrate: %v\n%s", err, out)
	}
	at := serving(b, binary, address)
	for b.Loop() {
		var idle, busy, times []float64
		for round := range ingestRounds {
			idle = append(idle, p99(b, at))
			pages := filepath.Join(folder, fmt.Sprint("pages", round))
			writePages(b, pages, round)
			ctx, stop := context.WithCancel(b.Context())
			ingest := exec.CommandContext(ctx, binary, "ingest", "--database", address, "--council", "E09000006", pages)
			if err := ingest.Start(); err != nil {
				b.Fatal(err)
			}
			time.Sleep(2 * time.Second) // it has opened the file and read its first pages
			busy = append(busy, p99(b, at))
			stop()
			if err := ingest.Wait(); err == nil {
				b.Error("all pages were taken in before the phase was over; it was partly idle")
			}
			times = append(times, busy[round]/idle[round])
			b.Logf("round %d: idle %.0f ms, ingesting %.0f ms", round+1, idle[round], busy[round])
		}
		b.ReportMetric(median(idle), "ms-p99-idle")
		b.ReportMetric(median(busy), "ms-p99-ingesting")
		b.ReportMetric(median(times), "times")
	}
}

func median(of []float64) float64 {
	slices.Sort(of)
	return of[len(of)/2]
}

// serving fills a database, serves it, and gives the address of its API.
func serving(b *testing.B, binary, address string) string {
	b.Helper()
	db, err := database.Open(b.Context(), address)
	if err != nil {
		b.Fatal(err)
	}
	if _, err := synthetic.Write(b.Context(), db, synthetic.Options{Resolutions: servedResolutions, Seed: 1, Derived: true}); err != nil {
		b.Fatal(err)
	}
	close(b, db)
	server := exec.CommandContext(b.Context(), binary, "serve", "--database", address, "--addr", "127.0.0.1:0", "--limit", "points=0", "--response-cache", "0")
	printed, err := server.StdoutPipe()
	if err != nil {
		b.Fatal(err)
	}
	if err := server.Start(); err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() {
		_ = server.Process.Kill()
		_ = server.Wait()
	})
	said := make([]byte, 4096)
	n, err := io.ReadAtLeast(printed, said, len("Explorer  http://127.0.0.1:1/graphiql/\nGraphQL   http://127.0.0.1:1/graphql"))
	if err != nil {
		b.Fatal(err)
	}
	_, at, _ := strings.Cut(string(said[:n]), "GraphQL")
	at, _, _ = strings.Cut(strings.TrimSpace(at), "\n")
	return at
}

// p99 asks at the fixed rate for a phase, each time something else, and gives the 99th percentile in milliseconds.
func p99(b *testing.B, at string) float64 {
	b.Helper()
	var wg sync.WaitGroup
	var mu sync.Mutex
	var took []float64
	began := time.Now()
	for i := 0; ; i++ {
		due := began.Add(time.Duration(i) * time.Second / asksEachSecond)
		if due.Sub(began) >= ingestPhase {
			break
		}
		time.Sleep(time.Until(due))
		wg.Go(func() {
			err := ask(b.Context(), at, i)
			mu.Lock()
			defer mu.Unlock()
			if err != nil {
				b.Error(err)
			}
			took = append(took, float64(time.Since(due).Microseconds())/1000)
		})
	}
	wg.Wait()
	slices.Sort(took)
	return took[len(took)*99/100]
}

// questions are what people ask; $n makes each a new one, which no memory of answers holds.
var questions = []string{
	`{ resolutions(first: 50, orderBy: [{field: DATE, direction: DESC}], where: {dateGT: "%s"}) { nodes { text mover { name } agendaItem { title meeting { date committee { name council { name } } } } } pageInfo { hasNextPage } } }`,
	`{ meetings(first: 10, orderBy: [{field: DATE, direction: DESC}], where: {dateLT: "%s"}) { nodes { date committee { name } agendaItems(first: 20) { title resolutions { text kind } } } } }`,
	`{ people(first: 20) { nodes { name decisions(first: 10, where: {dateGT: "%s"}) { edges { how node { text } } } } } }`,
}

func ask(ctx context.Context, at string, i int) error {
	day := time.Date(2016, 1, 1, 0, 0, 0, 0, time.UTC).AddDate(0, 0, i*37%3000).Format(time.DateOnly)
	query := fmt.Sprintf(questions[i%len(questions)], day)
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, at+"?query="+url.QueryEscape(query), nil)
	if err != nil {
		return err
	}
	res, err := http.DefaultClient.Do(req)
	if err != nil {
		return err
	}
	defer func() { _ = res.Body.Close() }()
	body, err := io.ReadAll(res.Body)
	if err == nil && (res.StatusCode != http.StatusOK || strings.HasPrefix(string(body), `{"errors"`)) {
		err = fmt.Errorf("status %d: %.300s", res.StatusCode, body)
	}
	return err
}

// writePages writes pages that no round before had.
func writePages(b *testing.B, folder string, round int) {
	b.Helper()
	if err := os.Mkdir(folder, 0o700); err != nil {
		b.Fatal(err)
	}
	for i, text := range texts(pagesEachRound, round*pagesEachRound) {
		if err := os.WriteFile(filepath.Join(folder, fmt.Sprintf("%04d.txt", i)), []byte(text), 0o600); err != nil {
			b.Fatal(err)
		}
	}
}
