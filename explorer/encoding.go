package explorer

import (
	"strconv"
	"strings"
)

// The content codings that the explorer can send, the best first.
const (
	codingBrotli   = "br"
	codingGzip     = "gzip"
	codingIdentity = "identity"
)

// bestCoding picks the coding for an Accept-Encoding header as RFC 9110 section 12.5.3 reads it: the highest weight wins, and among
// equals the smallest file. A client that refuses everything gets the file as it is.
func bestCoding(accept string) string {
	weights := map[string]float64{}
	for part := range strings.SplitSeq(accept, ",") {
		name, parameter, _ := strings.Cut(part, ";")
		weight := 1.0
		if value, found := strings.CutPrefix(strings.TrimSpace(parameter), "q="); found {
			parsed, err := strconv.ParseFloat(value, 64)
			if err != nil {
				continue // a weight that cannot be read recommends nothing
			}
			weight = parsed
		}
		weights[strings.ToLower(strings.TrimSpace(name))] = weight
	}
	best, bestWeight := codingIdentity, 0.0
	for _, coding := range []string{codingBrotli, codingGzip, codingIdentity} {
		weight, named := weights[coding]
		if !named && coding != codingIdentity {
			weight = weights["*"]
		}
		if weight > bestWeight {
			best, bestWeight = coding, weight
		}
	}
	return best
}
