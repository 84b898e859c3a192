package record

import (
	"maps"
	"net/url"
	"regexp"
	"slices"
	"strings"
)

// session is the path element of a cookieless session: (S(abc123)).
var session = regexp.MustCompile(`(?i)/\([SAXF]\([^/()]*\)(?:[SAXF]\([^/()]*\))*\)`)

// junk are query parameters that change nothing of what a page says.
var junk = map[string]bool{"ver": true, "bcr": true, "xxr": true, "rpid": true, "lll": true, "j": true}

// CanonicalURL is the one spelling of a page's address: scheme https, host in lower case, no default
// port, no session in the path, no fragment, no parameter that is empty or changes nothing, parameters
// sorted; and of a ModernGov page, its name and its ids spelt as the system itself does.
// What is no absolute web address comes back as it was.
func CanonicalURL(raw string) string {
	u, err := url.Parse(strings.TrimSpace(raw))
	if err != nil || u.Host == "" || u.Scheme != "http" && u.Scheme != "https" {
		return raw
	}
	u.Scheme, u.User, u.Fragment, u.RawFragment = "https", nil, "", ""
	u.Host = strings.ToLower(u.Host)
	u.Host = strings.TrimSuffix(strings.TrimSuffix(strings.TrimSuffix(u.Host, ":80"), ":443"), ".")
	u.Path, u.RawPath = session.ReplaceAllString(u.Path, ""), ""
	script, known := modernGovScript(u.Path)
	if known {
		u.Path = u.Path[:strings.LastIndexByte(u.Path, '/')+1] + script
	}
	u.RawQuery = parameters(u.RawQuery, known)
	return u.String()
}

// parameters is the one spelling of a query; of a page of ModernGov, where modernGov says so.
func parameters(query string, modernGov bool) string {
	query = strings.ReplaceAll(query, "&amp;", "&") // of an address that was copied from markup
	given, err := url.ParseQuery(strings.ReplaceAll(query, ";", "%3B"))
	if err != nil {
		return query
	}
	q := url.Values{}
	for _, name := range slices.Sorted(maps.Keys(given)) {
		lower, spelt := strings.ToLower(name), name
		if junk[lower] {
			continue
		}
		id := modernGov && ids[lower] != ""
		if id {
			spelt = ids[lower]
		}
		for _, v := range given[name] {
			if v = strings.TrimSpace(v); v != "" && !(id && q.Has(spelt)) {
				q.Add(spelt, v)
			}
		}
	}
	return q.Encode()
}
