package graph

import (
	"math"
	"strconv"

	"github.com/vektah/gqlparser/v2/ast"
)

// written says how a value of a type is written, for errors.
func written(t string) string {
	switch t {
	case "Int":
		return "a whole number such as 20"
	case "Float":
		return "a number such as 12.5"
	case "Boolean":
		return "true or false"
	case "ID":
		return "an id as the API gave it"
	case "Date":
		return `a day as "2017-01-11"`
	case "DateTime":
		return `a moment as "2017-01-11T18:30:00Z"`
	case "URI":
		return `an address as "/id/bromley/executive/2017-01-11/152"`
	default:
		return `a text as "bromley"`
	}
}

// builtIn says whether a scalar is one of GraphQL's own, whose values the library compares.
func builtIn(def *ast.Definition) bool {
	return def.OneOf("Int", "Float", "String", "Boolean", "ID")
}

// whole says whether a number is a whole one that 64 bits hold.
func whole(number string) bool {
	_, err := strconv.ParseInt(number, 10, 64)
	return err == nil
}

// finite says whether a number is one that a database can compare with.
func finite(number string) bool {
	f, err := strconv.ParseFloat(number, 64)
	return err == nil && !math.IsInf(f, 0) && !math.IsNaN(f)
}

// longestShown is how much of a value an error repeats.
const longestShown = 60

// shortened is a value as an error repeats it.
func shortened(value string) string {
	if runes := []rune(value); len(runes) > longestShown {
		return string(runes[:longestShown]) + "..."
	}
	return value
}
