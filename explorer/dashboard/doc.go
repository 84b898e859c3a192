// Package dashboard serves members and decisions side by side: for a committee or a person and a period of time who came, who moved and
// seconded, how they voted, how many decisions there were and which sums they named.
//
// Everything is asked of the API by the queries in queries/, put into tables by the server, and drawn by it where a picture helps:
// tables and pictures need no script. Each table is also a file of CSV, each picture one of SVG. Pages of other sites may show a dashboard, or
// one part of it, with ?embed or ?embed=PART.
package dashboard
