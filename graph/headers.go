package graph

// Values of headers that are the same in every answer. They are put into the header as they are, since making room for each of them
// anew is a part of what an answer from memory costs; nobody writes into them.
var (
	varies     = []string{"Accept, Accept-Encoding"}
	notKept    = []string{"no-store"}
	anySite    = []string{"*"}
	exposed    = []string{"ETag, Link, Retry-After, X-RateLimit-Cost, X-RateLimit-Limit, X-RateLimit-Remaining, X-RateLimit-Reset, X-Request-Id"}
	notGuessed = []string{"nosniff"}
)
