package command

import (
	"fmt"
	"os"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"councilgraph/ingest/filetext"
	"councilgraph/ingest/harvest"
)

// documentOptions are the flags of commands that take in the files of documents.
type documentOptions struct {
	documents    bool
	maxFileBytes int64
}

func (o *documentOptions) flags(f *pflag.FlagSet, what string) {
	f.BoolVar(&o.documents, "documents", false, what)
	f.Int64Var(&o.maxFileBytes, "max-document-bytes", harvest.FileBytes, "size of a document's file above which it is refused")
}

func (o *documentOptions) check() error {
	if o.maxFileBytes <= 0 {
		return fmt.Errorf("--max-document-bytes %d: pass a number above 0", o.maxFileBytes)
	}
	return nil
}

// reader reads files in a process of its own: this program again, by the command that readFiles is.
func (o *documentOptions) reader() (*filetext.Process, error) {
	program, err := os.Executable()
	if err != nil {
		return nil, fmt.Errorf("find this program, to read files of documents in a process of its own: %w", err)
	}
	return &filetext.Process{Command: []string{program, readFilesName}}, nil
}

const readFilesName = "document-text"

// readFiles reads files for another process of this program.
func readFiles(s Streams) *cobra.Command {
	return &cobra.Command{
		Use: readFilesName, Hidden: true, Args: arguments(cobra.NoArgs, "no arguments"),
		Short: "Read files of documents for the process that started this one",
		RunE:  func(*cobra.Command, []string) error { return filetext.Serve(os.Stdin, s.Out) },
	}
}
