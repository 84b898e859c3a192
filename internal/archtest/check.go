package archtest

import (
	"fmt"
	"strings"
)

// Package is what go list tells of one package: its path and the imports of its files, tests left out.
type Package struct {
	ImportPath string
	Imports    []string
}

// Check answers one line for each import that breaks a rule, and for each package that no rule covers.
func Check(packages []Package, rules []Rule, outside []Outside) []string {
	var broken []string
	for _, p := range packages {
		path, ours := own(p.ImportPath)
		if !ours {
			continue
		}
		rule, ok := ruleFor(path, rules)
		if !ok {
			broken = append(broken, fmt.Sprintf("%s: no rule says what it may import: add one to internal/archtest/rules.go", p.ImportPath))
			continue
		}
		for _, imported := range p.Imports {
			if target, ours := own(imported); ours {
				if !fits(target, append([]string{path + "/..."}, rule.May...)) {
					broken = append(broken, fmt.Sprintf("%s imports %s: %s", p.ImportPath, imported, rule.Why))
				}
				continue
			}
			for _, o := range outside {
				if fits(imported, o.Imports) && (len(o.OnlyIn) > 0 && !fits(path, o.OnlyIn) || fits(path, o.NotIn)) {
					broken = append(broken, fmt.Sprintf("%s imports %s: %s", p.ImportPath, imported, o.Why))
				}
			}
		}
	}
	return broken
}

// own turns an import path of ours into one within the module, "." for its root.
func own(importPath string) (string, bool) {
	if importPath == Module {
		return ".", true
	}
	return strings.CutPrefix(importPath, Module+"/")
}

func ruleFor(path string, rules []Rule) (Rule, bool) {
	for _, r := range rules {
		if fits(path, []string{r.Package}) {
			return r, true
		}
	}
	return Rule{}, false
}

// fits tells whether a path is one of the patterns, or below one that ends in /...; "..." fits all.
func fits(path string, patterns []string) bool {
	for _, p := range patterns {
		tree, below := strings.CutSuffix(p, "/...")
		if p == "..." || path == tree || below && strings.HasPrefix(path, tree+"/") {
			return true
		}
	}
	return false
}
