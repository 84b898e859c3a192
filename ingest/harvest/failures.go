package harvest

import (
	"net/url"
	"slices"
	"strings"
)

// failure is a place at which the system was looked for, and why it was not found.
type failure struct {
	base string
	why  error
}

type failures []failure

// closed says that nothing on the host of an address needs to be asked for any more.
func (f failures) closed(base string) bool {
	return slices.ContainsFunc(f, func(tried failure) bool { return theSite(tried.why) && sameHost(tried.base, base) })
}

func sameHost(a, b string) bool {
	u, err1 := url.Parse(a)
	v, err2 := url.Parse(b)
	return err1 == nil && err2 == nil && u.Scheme == v.Scheme && u.Host == v.Host
}

// String names the places, those with one reason together.
func (f failures) String() string {
	var reasons []string
	places := map[string][]string{}
	for _, tried := range f {
		why := tried.why.Error()
		if places[why] == nil {
			reasons = append(reasons, why)
		}
		places[why] = append(places[why], tried.base)
	}
	for i, why := range reasons {
		reasons[i] = strings.Join(places[why], ", ") + ": " + why
	}
	return strings.Join(reasons, "; ")
}
