// Package example serves /examples: the example queries of the explorer with their results as tables, made by the server, for whoever has no
// script, or would rather read than try.
package example
