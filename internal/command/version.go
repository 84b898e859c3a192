package command

import (
	"fmt"
	"runtime/debug"

	"github.com/spf13/cobra"

	"councilgraph/ingest"
)

func version(s Streams) *cobra.Command {
	return &cobra.Command{
		Use:   "version",
		Short: "Say which version this is",
		Args:  arguments(cobra.NoArgs, "no arguments"),
		RunE: func(*cobra.Command, []string) error {
			_, err := fmt.Fprintf(s.Out, "councilgraph %s, reading rules %d\n", programVersion(), ingest.ReaderVersion)
			return err
		},
	}
}

// programVersion is the version that it was built from: the tag, with time and commit where that is not the tag's; or the commit.
func programVersion() string {
	info, ok := debug.ReadBuildInfo()
	if !ok {
		return "unknown"
	}
	if v := info.Main.Version; v != "" && v != "(devel)" {
		return v
	}
	for _, s := range info.Settings {
		if s.Key == "vcs.revision" {
			return s.Value
		}
	}
	return info.Main.Version
}
