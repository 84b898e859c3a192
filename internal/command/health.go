package command

import (
	"context"
	"fmt"
	"io"
	"net"
	"net/http"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"councilgraph/internal/config"
)

func health(c *config.Config, s Streams) *cobra.Command {
	cmd := &cobra.Command{
		Use:   "health",
		Short: "Ask the server that runs here whether it is ready",
		Long: `Ask the server that runs here whether it is ready to answer, for whoever starts it again when it is not, as
containers do. The exit code is 0 where it is ready.`,
		Args: arguments(cobra.NoArgs, "no arguments"),
		RunE: func(cmd *cobra.Command, _ []string) error { return runHealth(cmd.Context(), c.Addr, s) },
	}
	cmd.Flags().StringVar(&c.Addr, "addr", fromEnv("addr", c.Addr), "the --addr of the server, HOST:PORT")
	return cmd
}

func runHealth(ctx context.Context, addr string, s Streams) error {
	host, port, err := net.SplitHostPort(addr)
	if err != nil {
		return &usageError{fmt.Errorf("--addr %q: write it as HOST:PORT", addr)}
	}
	switch ip := net.ParseIP(host); { // where it listens everywhere, and where no name is known, as in an empty container
	case host == "", ip != nil && ip.Equal(net.IPv4zero):
		host = "127.0.0.1"
	case ip != nil && ip.IsUnspecified():
		host = "::1"
	}
	ctx, cancel := context.WithTimeout(ctx, 5*time.Second)
	defer cancel()
	request, err := http.NewRequestWithContext(ctx, http.MethodGet, "http://"+net.JoinHostPort(host, port)+"/readyz", nil)
	if err != nil {
		return &usageError{fmt.Errorf("--addr %q: write it as HOST:PORT", addr)}
	}
	answer, err := http.DefaultClient.Do(request)
	if err != nil {
		return fmt.Errorf("the server does not answer: %w", err)
	}
	defer func() { _ = answer.Body.Close() }()
	said, err := io.ReadAll(io.LimitReader(answer.Body, 4096))
	if err != nil {
		return fmt.Errorf("the server does not answer: %w", err)
	}
	if answer.StatusCode != http.StatusOK {
		return fmt.Errorf("the server is not ready: status %d, %s", answer.StatusCode, strings.TrimSpace(string(said)))
	}
	_, err = fmt.Fprintln(s.Out, strings.TrimSpace(string(said)))
	return err
}
