// Package page serves the pages for people: HTML made by the server, with no script, that says in plain English what the graph
// holds and where it was read.
//
// A page is a View: what stands around it (Frame) and its content. A Maker makes it for a request; Site.Page turns a Maker into a
// handler that knows when a page has not changed, keeps pages that were made, packs them and says what went wrong. Makers ask the API
// within the program, by Site.Ask, and nothing else: whatever a page says, a query says too.
package page
