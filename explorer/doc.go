// Package explorer serves GraphiQL, the page on which people try the API, from files inside the binary.
//
// The page asks nothing of any other host. Its sources are in web/, bundled by build.sh into dist/, which is committed, so that
// building and testing with Go needs no Node; check.sh proves that the two agree. The example queries of the page are the files of
// examples/, which documents and tests read as well.
//
// What people read without it is made by the packages below: the pages of the records (page), members and decisions at a glance
// (dashboard), the examples with their answers (example). asset serves what is embedded, for all of them.
package explorer
