// Command graphjin serves GraphJin's core over plain net/http, as a peer in a benchmark.
//
// A query is saved by GraphJin's development mode when its name first comes; from then on GraphJin's production mode
// runs what was saved, compiled once.
package main

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"io"
	"log"
	"net/http"
	"os"
	"os/signal"
	"strconv"
	"sync"
	"syscall"
	"time"

	"github.com/dosco/graphjin/core/v3"
	_ "github.com/jackc/pgx/v5/stdlib"
)

func main() {
	database := flag.String("database", "", "postgres://...")
	addr := flag.String("addr", "127.0.0.1:8080", "HOST:PORT")
	flag.Parse()
	if err := run(*database, *addr); err != nil {
		log.Fatal(err)
	}
}

func run(database, addr string) error {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	db, err := sql.Open("pgx", database) // pgx prepares each statement once on each connection
	if err != nil {
		return err
	}
	defer db.Close()
	db.SetMaxOpenConns(20)
	db.SetMaxIdleConns(20)
	fs := &memory{files: map[string][]byte{}}
	dev, err := core.NewGraphJin(config(fs, false), db)
	if err != nil {
		return fmt.Errorf("development engine: %w", err)
	}
	prod, err := core.NewGraphJin(config(fs, true), db)
	if err != nil {
		return fmt.Errorf("production engine: %w", err)
	}
	s := &server{dev: dev, prod: prod, fs: fs}
	mux := http.NewServeMux()
	mux.HandleFunc("GET /healthz", func(http.ResponseWriter, *http.Request) {})
	mux.HandleFunc("POST /graphql", s.graphql)
	h := &http.Server{Addr: addr, Handler: mux}
	go func() {
		<-ctx.Done()
		c, cancel := context.WithTimeout(context.Background(), 2*time.Second)
		defer cancel()
		_ = h.Shutdown(c)
	}()
	if err := h.ListenAndServe(); !errors.Is(err, http.ErrServerClosed) {
		return err
	}
	return nil
}

// config is made anew for each engine, since engines write into it.
func config(fs core.FS, production bool) *core.Config {
	return &core.Config{
		DBType:       "postgres",
		Production:   production,
		DefaultBlock: false,
		DefaultLimit: 1000,
		FS:           fs,
		Tables: []core.Table{{
			Schema:  "bench",
			Name:    "monthly",
			Columns: []core.Column{{Name: "council_id", ForeignKey: "public.councils.id"}},
		}},
	}
}

type server struct {
	dev, prod *core.GraphJin
	fs        *memory
	saving    sync.Mutex
	saved     sync.Map // from a name to the text of its query
}

type request struct {
	Query         string          `json:"query"`
	Variables     json.RawMessage `json:"variables"`
	OperationName string          `json:"operationName"`
}

func (s *server) graphql(w http.ResponseWriter, r *http.Request) {
	var q request
	body, err := io.ReadAll(r.Body)
	if err == nil {
		err = json.Unmarshal(body, &q)
	}
	if err != nil {
		fail(w, http.StatusBadRequest, err)
		return
	}
	if string(q.Variables) == "null" {
		q.Variables = nil
	}
	res, err := s.answer(r.Context(), q)
	switch {
	case err != nil:
		fail(w, http.StatusOK, err)
	case len(res.Errors) > 0:
		fail(w, http.StatusOK, errors.New(res.Errors[0].Message))
	default:
		data := []byte(res.Data)
		if len(data) == 0 {
			data = []byte("null")
		}
		out := make([]byte, 0, len(data)+10)
		out = append(append(append(out, `{"data":`...), data...), '}')
		write(w, http.StatusOK, out)
	}
}

func (s *server) answer(ctx context.Context, q request) (*core.Result, error) {
	name := q.OperationName
	if name == "" {
		h, err := core.Operation(q.Query)
		if err != nil {
			return nil, err
		}
		name = h.Name
	}
	if name == "" {
		return nil, errors.New("only queries with a name are answered")
	}
	text, ok := s.saved.Load(name)
	if !ok {
		return s.save(ctx, name, q)
	}
	if text.(string) != q.Query {
		return nil, fmt.Errorf("another query was saved as %s", name)
	}
	return s.prod.GraphQLByName(ctx, name, q.Variables, nil)
}

// save lets the development engine save a query, and the production engine run it once before others may: an engine
// does not wait for a query that another request compiles.
func (s *server) save(ctx context.Context, name string, q request) (*core.Result, error) {
	s.saving.Lock()
	defer s.saving.Unlock()
	if text, ok := s.saved.Load(name); ok {
		if text.(string) != q.Query {
			return nil, fmt.Errorf("another query was saved as %s", name)
		}
		return s.prod.GraphQLByName(ctx, name, q.Variables, nil)
	}
	if res, err := s.dev.GraphQL(ctx, q.Query, q.Variables, nil); err != nil {
		return res, fmt.Errorf("save %s: %w", name, err)
	}
	// It is saved by a goroutine of the engine's.
	for range 500 {
		if ok, _ := s.fs.Exists("/queries/" + name + ".gql"); ok {
			res, err := s.prod.GraphQLByName(ctx, name, q.Variables, nil)
			if err == nil {
				s.saved.Store(name, q.Query)
			}
			return res, err
		}
		time.Sleep(time.Millisecond)
	}
	return nil, fmt.Errorf("%s was not saved", name)
}

func fail(w http.ResponseWriter, status int, err error) {
	out, _ := json.Marshal(map[string]any{"errors": []core.Error{{Message: err.Error()}}})
	write(w, status, out)
}

func write(w http.ResponseWriter, status int, body []byte) {
	h := w.Header()
	h.Set("Content-Type", "application/json")
	h.Set("Content-Length", strconv.Itoa(len(body)))
	w.WriteHeader(status)
	_, _ = w.Write(body)
}

// memory keeps the saved queries.
type memory struct {
	mu    sync.RWMutex
	files map[string][]byte
}

func (m *memory) Get(path string) ([]byte, error) {
	m.mu.RLock()
	defer m.mu.RUnlock()
	if b, ok := m.files[path]; ok {
		return b, nil
	}
	return nil, os.ErrNotExist
}

func (m *memory) Put(path string, data []byte) error {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.files[path] = append([]byte(nil), data...)
	return nil
}

func (m *memory) Exists(path string) (bool, error) {
	m.mu.RLock()
	defer m.mu.RUnlock()
	_, ok := m.files[path]
	return ok, nil
}
