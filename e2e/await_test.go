package e2e

import (
	"context"
	"io"
	"net/http"
	"strings"
	"time"

	"github.com/rogpeppe/go-internal/testscript"
)

// await fetches an address until it answers, and checks the answer: await [-post BODY] [-accept FORM] ADDRESS STATUS TEXT.
func await(ts *testscript.TestScript, neg bool, args []string) {
	body, accept := "", ""
	for len(args) > 1 && strings.HasPrefix(args[0], "-") {
		switch args[0] {
		case "-post":
			body = args[1]
		case "-accept":
			accept = args[1]
		}
		args = args[2:]
	}
	if neg || len(args) != 3 {
		ts.Fatalf("usage: await [-post BODY] [-accept FORM] ADDRESS STATUS TEXT")
	}
	client := &http.Client{CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }}
	var last string
	for deadline := time.Now().Add(30 * time.Second); time.Now().Before(deadline); time.Sleep(50 * time.Millisecond) {
		status, text, err := fetch(client, args[0], body, accept)
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

func fetch(client *http.Client, address, body, accept string) (status, text string, err error) {
	method := http.MethodGet
	if body != "" {
		method = http.MethodPost
	}
	req, err := http.NewRequestWithContext(context.Background(), method, address, strings.NewReader(body))
	if err != nil {
		return "", "", err
	}
	req.Header.Set("Content-Type", "application/json")
	if accept != "" {
		req.Header.Set("Accept", accept)
	}
	res, err := client.Do(req)
	if err != nil {
		return "", "", err
	}
	defer func() { _ = res.Body.Close() }()
	b, err := io.ReadAll(res.Body)
	return res.Status[:3], string(b) + res.Header.Get("Location"), err
}
