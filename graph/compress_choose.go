package graph

import (
	"mime"
	"strings"
)

// chooseEncoding is the encoding that an Accept-Encoding header wants most, nil for none. Of several that
// are wanted alike the better one is taken.
func chooseEncoding(lines []string, known []encoding) *encoding {
	if len(lines) == 0 {
		return nil
	}
	wanted := map[string]float64{}
	for entry := range strings.SplitSeq(strings.Join(lines, ","), ",") {
		// An encoding has the form of a media type's parameters, without the slash.
		name, params, err := mime.ParseMediaType(strings.TrimSpace(entry))
		if err == nil {
			wanted[name] = quality(params["q"])
		}
	}
	var best *encoding
	most := wanted["identity"]
	for i, e := range known {
		q, named := wanted[e.name]
		if !named {
			q = wanted["*"]
		}
		if q > 0 && (q > most || best == nil && q == most) {
			best, most = &known[i], q
		}
	}
	return best
}
