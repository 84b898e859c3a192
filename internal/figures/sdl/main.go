// Sdl writes graph/schema/figures.graphql, the part of the schema that aggregates and groups: for each kind
// of internal/figures its dimensions, keys, orders and conditions. Run by `go generate`.
package main

import (
	"fmt"
	"os"
	"strings"

	"councilgraph/internal/figures"
)

func main() {
	if err := os.WriteFile("graph/schema/figures.graphql", []byte(schema()), 0o644); err != nil {
		fmt.Fprintln(os.Stderr, "write the schema of figures:", err)
		os.Exit(1)
	}
}

// sdl is a text that grows line by line.
type sdl struct{ strings.Builder }

// say adds a description.
func (s *sdl) say(indent, text string) {
	s.WriteString(indent + `"""` + "\n" + indent + text + "\n" + indent + `"""` + "\n")
}

func (s *sdl) line(format string, args ...any) { fmt.Fprintf(s, format+"\n", args...) }

// field adds a described line of a type or an enum.
func (s *sdl) field(line, text string) {
	s.say("  ", text)
	s.line("  %s", line)
}

func model(name string) string { return `@goModel(model: "councilgraph/graph/aggregate.` + name + `")` }

func schema() string {
	s := &sdl{}
	s.line("# Generated from internal/figures; do not edit.\n")
	for _, k := range figures.Kinds() {
		s.connection(k)
		s.aggregate(k)
		s.dimensions(k)
		s.arguments(k)
		s.groups(k)
		s.key(k)
	}
	s.shared()
	return s.String()
}

func (s *sdl) connection(k figures.Kind) {
	s.line("extend type %sConnection {", k.Name)
	s.field("aggregate: "+k.Name+"Aggregate!", "Figures over the whole list, whichever page of it is shown.")
	s.say("  ", "The whole list in groups: one for each combination of values that occurs, of what by names. Values that are not known make a group of their own, with a key of null.")
	s.line("  groupBy(")
	argument := func(line, text string) {
		s.say("    ", text)
		s.line("    %s", line)
	}
	argument("by: ["+k.Name+"Dimension!]!", "What to group by: one to three dimensions, at most one of them a period of time.")
	argument("having: "+k.Name+"Having", "Only groups whose figures fulfil this.")
	argument("orderBy: ["+k.Name+"GroupOrder!]", "Orders of the groups, the first one leading; the largest first where none is given. Groups that tie stand in the order of their keys, in the direction of the last order. What is not known comes last.")
	argument("first: Int! = 50", "How many groups to give: at most 100.")
	argument("after: String", "Go on after this cursor, an endCursor of the same grouping.")
	argument("fill: Boolean! = false", "Whether to add empty groups, so that every other value of the keys has every period from the first to the last that occurs. Goes with a period in by.")
	s.line("  ): %sGroupConnection!\n}\n", k.Name)
}

func (s *sdl) aggregate(k figures.Kind) {
	s.say("", "Figures over "+k.Plural+".")
	s.line("type %sAggregate %s {", k.Name, model("Aggregate"))
	s.field("count: Int!", "How many there are.")
	s.say("  ", "How many different values one dimension has among them. What is not known does not count.")
	s.line("  countDistinct(")
	s.say("    ", "The dimension.")
	s.line("    of: %sDimension!\n  ): Int!", k.Name)
	s.field("date: DateAggregate!", "The first and the last of their dates.")
	for _, n := range k.Numbers {
		s.field(n.Field+": FloatAggregate!", n.About)
	}
	s.line("}\n")
}

func (s *sdl) dimensions(k figures.Kind) {
	s.say("", "What "+k.Plural+" can be grouped by.")
	s.line("enum %sDimension %s {", k.Name, model("Dimension"))
	for _, d := range k.Dimensions {
		s.field(d.Name, d.About)
	}
	s.line("}\n")
}

func (s *sdl) arguments(k figures.Kind) {
	s.say("", "A condition that groups of "+k.Plural+" must fulfil. Fields that stand side by side must all be fulfilled.")
	s.line("input %sHaving %s {", k.Name, model("Having"))
	s.field("count: IntCondition", "How many there are in the group.")
	for _, n := range k.Numbers {
		s.field(n.Field+": FloatAggregateCondition", n.About)
	}
	s.line("}\n")
	s.say("", "What groups of "+k.Plural+" can be ordered by.")
	s.line("enum %sGroupOrderField %s {", k.Name, model("OrderField"))
	s.field("COUNT", "By how many there are in the group.")
	s.field("DATE_MIN", "By the first date in the group.")
	s.field("DATE_MAX", "By the last date in the group.")
	for _, n := range k.Numbers {
		for _, of := range []string{"min", "max", "avg", "sum"} {
			s.field(strings.ToUpper(n.Field+"_"+of), fmt.Sprintf("By %s { %s } of the group.", n.Field, of))
		}
	}
	for _, d := range k.Dimensions {
		by := "By the key's " + d.Field + "."
		if d.Node() {
			by = "By the key's " + d.Field + ", in the order in which lists of such nodes stand. Goes with " + d.Name + " in by."
		}
		s.field(d.Name, by)
	}
	s.line("}\n")
	s.say("", "One order of groups of "+k.Plural+".")
	s.line("input %sGroupOrder %s {", k.Name, model("Order"))
	s.field("field: "+k.Name+"GroupOrderField!", "What to order by.")
	s.field("direction: OrderDirection! = ASC", "ASC for smallest, earliest or A first; DESC for the other way.")
	s.line("}\n")
}

func (s *sdl) groups(k figures.Kind) {
	s.say("", "One page of groups of "+k.Plural+" (a Relay connection).")
	s.line("type %sGroupConnection %s {", k.Name, model("Groups"))
	s.field("edges: ["+k.Name+"GroupEdge!]!", "The groups of this page, each with its cursor.")
	s.field("nodes: ["+k.Name+"Group!]!", "The groups of this page, without their cursors: a shortcut for edges { node }.")
	s.field("pageInfo: PageInfo!", "Where this page stands among the groups.")
	s.field("totalCount: Int!", "How many groups there are. They are counted only when it is asked for.")
	s.line("}\n")
	s.say("", "An entry of a list of groups: the group and its place.")
	s.line("type %sGroupEdge %s {", k.Name, model("GroupEdge"))
	s.field("node: "+k.Name+"Group!", "The group.")
	s.field("cursor: String!", "Its place in the list, for after.")
	s.line("}\n")
	s.say("", "A group of "+k.Plural+".")
	s.line("type %sGroup %s {", k.Name, model("Group"))
	s.field("key: "+k.Name+"GroupKey!", "What the group has in common.")
	s.field("aggregate: "+k.Name+"Aggregate!", "Figures over the group.")
	s.field("share: Float!", "How much of the whole list is in the group: 0.25 for a quarter. 0 for an empty group.")
	s.say("  ", "Some of the group, those with the smallest ids.")
	s.line("  sample(")
	s.say("    ", "How many to give: at most 10.")
	s.line("    first: Int! = 3\n  ): [%s!]! @goField(name: \"Sample%s\")\n}\n", k.Name, k.Name)
}

func (s *sdl) key(k figures.Kind) {
	s.say("", "What a group of "+k.Plural+" has in common. Only fields of dimensions that by names can be asked for; null is what is not known.")
	s.line("type %sGroupKey %s {", k.Name, model("Key"))
	for _, d := range k.Dimensions {
		s.field(fmt.Sprintf("%s: %s @goField(name: %q)", d.Field, d.Type, d.Method), d.About)
	}
	s.line("}\n")
}

// shared adds what all kinds share.
func (s *sdl) shared() {
	s.say("", "Figures over dates. What is not known does not count.")
	s.line("type DateAggregate %s {", model("Dates"))
	s.field("min: Date", "The first. Null where there is none.")
	s.field("max: Date", "The last. Null where there is none.")
	s.line("}\n")
	s.say("", "Figures over numbers. What is not known does not count.")
	s.line("type FloatAggregate %s {", model("Numbers"))
	s.field("min: Float", "The smallest. Null where there is none.")
	s.field("max: Float", "The largest. Null where there is none.")
	s.field("avg: Float", "The mean, rounded to two places. Null where there is none.")
	s.field("sum: Float", "All of them added up, rounded to two places. Null where there is none.")
	s.line("}\n")
	condition := func(name, of string) {
		s.say("", "A condition on "+of+". Fields that stand side by side must all be fulfilled.")
		typ := strings.TrimSuffix(name, "Condition")
		s.line("input %s %s {", name, model(name))
		for _, c := range [][2]string{
			{"eq", "It is exactly this."}, {"neq", "It is not this."}, {"gt", "It is more than this."}, {"gte", "It is this or more."},
			{"lt", "It is less than this."}, {"lte", "It is this or less."},
		} {
			s.field(c[0]+": "+typ, c[1])
		}
		s.line("}\n")
	}
	condition("IntCondition", "a count")
	condition("FloatCondition", "a number. A number that is not known fulfils none")
	s.say("", "A condition on the figures over numbers. Fields that stand side by side must all be fulfilled.")
	s.line("input FloatAggregateCondition %s {", model("NumbersCondition"))
	for _, f := range [][2]string{{"min", "The smallest."}, {"max", "The largest."}, {"avg", "The mean."}, {"sum", "All of them added up."}} {
		s.field(f[0]+": FloatCondition", f[1])
	}
	s.line("}")
}
