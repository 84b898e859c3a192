package e2e

import (
	"io"
	"net/http"
	"strings"
	"time"

	"github.com/rogpeppe/go-internal/testscript"
)

// await fetches an address until it answers, and checks the answer: await [-post BODY] ADDRESS STATUS TEXT.
func await(ts *testscript.TestScript, neg bool, args []string) {
	body := ""
	if len(args) > 1 && args[0] == "-post" {
		body, args = args[1], args[2:]
	}
	if neg || len(args) != 3 {
		ts.Fatalf("usage: await [-post BODY] ADDRESS STATUS TEXT")
	}
	client := &http.Client{CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }}
	var last string
	for deadline := time.Now().Add(30 * time.Second); time.Now().Before(deadline); time.Sleep(50 * time.Millisecond) {
		status, text, err := fetch(client, args[0], body)
		if err != nil {
			last = err.Error()
			continue
		}
		if status != args[1] || !strings.Contains(text, args[2]) {
			ts.Fatalf("%s: %s %s; want %s and %q", args[0], status, text, args[1], args[2])
		}
		return
	}
	ts.Fatalf("%s does not answer: %s", args[0], last)
}

func fetch(client *http.Client, address, body string) (status, text string, err error) {
	var res *http.Response
	if body == "" {
		res, err = client.Get(address)
	} else {
		res, err = client.Post(address, "application/json", strings.NewReader(body))
	}
	if err != nil {
		return "", "", err
	}
	defer func() { _ = res.Body.Close() }()
	b, err := io.ReadAll(res.Body)
	return res.Status[:3], string(b) + res.Header.Get("Location"), err
}
