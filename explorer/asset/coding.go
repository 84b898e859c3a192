package asset

import (
	"strconv"
	"strings"
)

// The content codings that are sent, the best first.
const (
	Brotli   = "br"
	Gzip     = "gzip"
	Identity = "identity"
)

// BestCoding picks the coding for an Accept-Encoding header as RFC 9110 section 12.5.3 reads it: the highest weight wins, and among
// equals the smallest form. A client that refuses everything gets the bytes as they are.
func BestCoding(accept string) string {
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
	best, bestWeight := Identity, 0.0
	for _, coding := range []string{Brotli, Gzip, Identity} {
		weight, named := weights[coding]
		if !named && coding != Identity {
			weight = weights["*"]
		}
		if weight > bestWeight {
			best, bestWeight = coding, weight
		}
	}
	return best
}
