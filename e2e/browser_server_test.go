package e2e

import (
	"bufio"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"
)

// startServer answers the address of a server with the sample's data, without a slash at its end. COUNCILGRAPH_URL names one that runs
// already; otherwise the program is built and started for this test alone.
func startServer(t *testing.T) string {
	t.Helper()
	if os.Getenv("CHROMIUM") == "" {
		t.Skip("CHROMIUM names no browser: set it to the path of a Chromium to run the browser tests")
	}
	if running := os.Getenv("COUNCILGRAPH_URL"); running != "" {
		return strings.TrimSuffix(running, "/")
	}
	return startSample(t)
}

// startSample builds the program and serves the sample until the test ends.
func startSample(t *testing.T) string {
	t.Helper()
	binary := filepath.Join(t.TempDir(), "councilgraph")
	build := exec.Command("go", "build", "-o", binary, "councilgraph")
	if out, err := build.CombinedOutput(); err != nil {
		t.Fatalf("build the program: %v\n%s", err, out)
	}
	command := exec.Command(binary, "serve", "--sample", "--addr", "127.0.0.1:0")
	output, input := io.Pipe()
	command.Stdout, command.Stderr = input, input
	if err := command.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		_ = command.Process.Signal(os.Interrupt)
		_ = command.Wait()
		_ = input.Close()
	})

	address := make(chan string, 1)
	go func() {
		lines := bufio.NewScanner(output)
		for lines.Scan() { // to the end, or the server would stand still on a full pipe
			if found := regexp.MustCompile(`http://127\.0\.0\.1:[1-9]\d*`).FindString(lines.Text()); found != "" {
				select {
				case address <- found:
				default:
				}
			}
		}
	}()
	select {
	case found := <-address:
		return found
	case <-time.After(browserWait):
		t.Fatal("the server printed no address in time")
		return ""
	}
}
