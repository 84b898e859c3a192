package explorer

import (
	"embed"
	"fmt"
	"io/fs"
	"path"
	"strings"

	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/parser"
)

//go:embed examples/*.graphql
var exampleFiles embed.FS

// Example is one example query: a file of explorer/examples, whose first three lines are comments that say what it is.
type Example struct {
	// Name is the file's name without .graphql, such as 01-newest-decisions.
	Name string `json:"name"`
	// Title is the first comment line: a few words.
	Title string `json:"title"`
	// About is the second comment line: one sentence.
	About string `json:"about"`
	// Group is the third comment line after "Group: ": the heading that it stands under, which others share.
	Group string `json:"group"`
	// OperationName is the name of the file's only operation.
	OperationName string `json:"operationName"`
	// Query is the whole file. It needs no variables.
	Query string `json:"query"`
}

// Examples answers the example queries in the order of their file names. An error names the file and what to mend in it; it can
// only come from a fault in the files that the program was built with.
func Examples() ([]Example, error) {
	return readExamples(exampleFiles)
}

func readExamples(files fs.FS) ([]Example, error) {
	names, err := fs.Glob(files, "examples/*.graphql")
	if err != nil {
		return nil, fmt.Errorf("list the examples: %w", err)
	}
	examples := make([]Example, 0, len(names))
	for _, name := range names {
		text, err := fs.ReadFile(files, name)
		if err != nil {
			return nil, fmt.Errorf("read example: %w", err)
		}
		example, err := readExample(name, string(text))
		if err != nil {
			return nil, err
		}
		examples = append(examples, example)
	}
	return examples, nil
}

func readExample(name, text string) (Example, error) {
	example := Example{Name: strings.TrimSuffix(path.Base(name), ".graphql"), Query: text}
	lines := strings.SplitN(text, "\n", 4)
	for i, part := range []struct {
		value  *string
		prefix string
	}{{&example.Title, "# "}, {&example.About, "# "}, {&example.Group, "# Group: "}} {
		var there bool
		if i < len(lines) {
			*part.value, there = strings.CutPrefix(lines[i], part.prefix)
		}
		if *part.value = strings.TrimSpace(*part.value); !there || *part.value == "" {
			return Example{}, fmt.Errorf(`example %s, line %d: write a comment there: line 1 is the title, line 2 one sentence, line 3 "# Group: " and a heading`, name, i+1)
		}
	}
	document, err := parser.ParseQuery(&ast.Source{Name: name, Input: text})
	if err != nil {
		return Example{}, fmt.Errorf("example %s: %w", name, err)
	}
	if len(document.Operations) != 1 || document.Operations[0].Name == "" {
		return Example{}, fmt.Errorf("example %s: give it exactly one operation, with a name: the name is the title of its tab", name)
	}
	operation := document.Operations[0]
	for _, variable := range operation.VariableDefinitions {
		if variable.Type.NonNull && variable.DefaultValue == nil {
			return Example{}, fmt.Errorf("example %s: give $%s a default value: an example runs without variables", name, variable.Variable)
		}
	}
	example.OperationName = operation.Name
	return example, nil
}
