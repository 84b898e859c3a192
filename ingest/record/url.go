package record

import (
	"net/url"
	"regexp"
	"strings"
)

// session is the path element of a cookieless session: (S(abc123)).
var session = regexp.MustCompile(`/\([SAXF]\([^/()]*\)(?:[SAXF]\([^/()]*\))*\)`)

// junk are query parameters that change nothing of what a page says.
var junk = map[string]bool{"ver": true, "bcr": true, "xxr": true, "rpid": true, "lll": true, "j": true}

// CanonicalURL is the one spelling of a page's address: scheme https, host in lower case, no default
// port, no session in the path, no fragment, no parameter that changes nothing, parameters sorted.
// What is no absolute web address comes back as it was.
func CanonicalURL(raw string) string {
	u, err := url.Parse(strings.TrimSpace(raw))
	if err != nil || u.Host == "" || u.Scheme != "http" && u.Scheme != "https" {
		return raw
	}
	u.Scheme, u.User, u.Fragment, u.RawFragment = "https", nil, "", ""
	u.Host = strings.ToLower(u.Host)
	u.Host = strings.TrimSuffix(strings.TrimSuffix(u.Host, ":80"), ":443")
	u.Path, u.RawPath = session.ReplaceAllString(u.Path, ""), ""
	q := u.Query()
	for name := range q {
		if junk[strings.ToLower(name)] {
			q.Del(name)
		}
	}
	u.RawQuery = q.Encode()
	return u.String()
}
