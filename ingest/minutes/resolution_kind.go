package minutes

import (
	"strings"

	"councilgraph/internal/regexp"
)

// kindVerbs are the operative verbs of each kind; what has none of them is resolved.
var kindVerbs = map[string]string{
	"note": "noted", "notes": "noted", "noted": "noted", "noting": "noted", "nodi": "noted",
	"approve": "approved", "approves": "approved", "approved": "approved", "adopt": "approved", "adopts": "approved", "adopted": "approved",
	"confirm": "approved", "confirms": "approved", "confirmed": "approved", "grant": "approved", "grants": "approved", "granted": "approved",
	"ratify": "approved", "ratified": "approved", "approval": "approved", "approving": "approved", "cymeradwyo": "approved", "cadarnhau": "approved", "mabwysiadu": "approved",
	"agree": "agreed", "agrees": "agreed", "agreed": "agreed", "cytuno": "agreed",
	"delegate": "delegated", "delegates": "delegated", "delegated": "delegated", "authorise": "delegated", "authorises": "delegated", "authorised": "delegated",
	"authorize": "delegated", "authorized": "delegated", "authorizes": "delegated", "empowered": "delegated", "awdurdodi": "delegated", "dirprwyo": "delegated", "delegation": "delegated",
	"recommend": "recommended", "recommends": "recommended", "recommended": "recommended", "argymell": "recommended",
	"refuse": "refused", "refuses": "refused", "refused": "refused", "reject": "refused", "rejects": "refused", "rejected": "refused", "gwrthod": "refused",
	"defer": "deferred", "defers": "deferred", "deferred": "deferred", "gohirio": "deferred", "deferral": "deferred",
	"refer": "referred", "refers": "referred", "referred": "referred", "cyfeirio": "referred",
}

var (
	// what a text says of being done: "be noted", "is hereby approved"
	passive = regexp.MustCompile(`(?i)\b(to[\s\x{a0}]+)?(be|is|are|was|were|been)[\s\x{a0}]+(?:hereby[\s\x{a0}]+|now[\s\x{a0}]+|therefore[\s\x{a0}]+|also[\s\x{a0}]+|not[\s\x{a0}]+|formally[\s\x{a0}]+|duly[\s\x{a0}]+|again[\s\x{a0}]+|unanimously[\s\x{a0}]+|received and[\s\x{a0}]+|received,?[\s\x{a0}]+(?:considered[\s\x{a0}]+)?and[\s\x{a0}]+|considered and[\s\x{a0}]+)*([a-z]+)\b`)
	// what a text says of doing: it begins with the verb, or a body is its subject
	activeBare = regexp.MustCompile(`(?i)^(?:(?:and|that|to|also|hereby|formally|unanimously|therefore|it|members)[\s\x{a0}:,]+)*([a-z]+)`)
	activeBody = regexp.MustCompile(`(?i)^(?:(?:and|that)[\s\x{a0}:,]+)*(?:the[\s\x{a0}]+)?(?:[\w'’&,-]+[\s\x{a0}]+){0,7}?(?:council|cabinet|executive|committee|sub-?committee|board|panel|commission|authority|forum|mayor|leader|members|partnership)[\s\x{a0}:,-]+(?:(?:hereby|formally|unanimously|therefore|also|to)[\s\x{a0}]+)*([a-z]+)`)
	authority  = regexp.MustCompile(`(?i)\b(?:delegated (?:authority|powers?)|(?:authority|powers?)\b[^.;]{0,80}?)[\s\x{a0}]+(?:to[\s\x{a0}]+be|be|is|are)[\s\x{a0}]+(?:hereby[\s\x{a0}]+)?(?:given|granted|delegated|conferred)|be[\s\x{a0}]+(?:given|granted)[\s\x{a0}]+(?:full[\s\x{a0}]+)?(?:delegated[\s\x{a0}]+)?(?:authority|powers?)\b|\b(?:grant|give|grants|gives)[\s\x{a0}]+(?:delegated[\s\x{a0}]+)?authority\b|^(?:that[\s\x{a0}]+)?delegated (?:authority|powers?)\b`)
	minutesOf  = regexp.MustCompile(`(?i)\b(?:minutes|record|notes)\b`)
	confirming = regexp.MustCompile(`(?i)\b(?:agreed|signed|accepted|confirmed|approved)\b`)
	signing    = regexp.MustCompile(`(?i)\bauthorised?[\s\x{a0}]+to[\s\x{a0}]+sign\b[^.;]{0,120}\bminutes\b|\bminutes\b[^.;]{0,200}\bauthorised[\s\x{a0}]+to[\s\x{a0}]+sign\b`)
	// "grants of £5,000 be offered": what looked like a verb is a noun
	nounAfter = regexp.MustCompile(`^[\s\x{a0}]+(?:of|be|in|at|made|totalling)\b`)
	// what fills an office or lets a contract is resolved, whatever word introduces it
	filling = regexp.MustCompile(`(?i)\bbe[\s\x{a0}]+(?:hereby[\s\x{a0}]+|re-?)?(?:elected|appointed|nominated|awarded|set[\s\x{a0}]+aside)\b`)
	gwelsh  = regexp.MustCompile(`(?i)^(?:bod\s+|y\s+dylid\s+|i\s+|yn\s+unfrydol\s+)*(nodi|g?c?h?ymeradwyo|[cg]h?adarnhau|[mf]abwysiadu|ll?ofnodi|dd?erbyn|[cg]h?ytuno|awdurdodi|dd?irprwyo|argymell|g?wrthod|g?ohirio|[cg]h?yfeirio)`)
)

// kindOf is the kind of a resolution: that of its first operative verb, else that of the word that
// introduced it where that is itself one (agreed, noted, recommended), else resolved.
func kindOf(text, introduced string) string {
	if introduced == "recommended" || introduced == "argymhellwyd" {
		return "recommended"
	}
	if m := gwelsh.FindStringSubmatch(text); m != nil {
		if verb := strings.ToLower(m[1]); strings.HasSuffix(verb, "erbyn") {
			if strings.Contains(strings.ToLower(head(text, 80)), "gofnodion") || strings.Contains(strings.ToLower(head(text, 80)), "cofnodion") {
				return "approved"
			}
			return "resolved"
		}
		return welshKind(strings.ToLower(m[1]))
	}
	at, kind := len(text)+1, ""
	if from, to := activeVerb(text); to > 0 && !(strings.HasSuffix(text[:to], "s") && nounAfter.MatchString(text[to:])) {
		if k := kindVerbs[strings.ToLower(text[from:to])]; k != "" {
			at, kind = from, k
		}
	}
	if m := authority.FindStringIndex(text); m != nil && m[0] < at {
		at, kind = m[0], "delegated"
	}
	for _, m := range passive.FindAllStringSubmatchIndex(text, 12) {
		if m[0] >= at {
			break
		}
		verb := strings.ToLower(text[m[6]:m[7]])
		if m[2] >= 0 && m[2] > 6 && kindVerbs[verb] == "" {
			continue // "the laptops to be bought": no verb of the resolution
		}
		if strings.EqualFold(text[m[4]:m[5]], "been") {
			continue
		}
		if k := kindVerbs[verb]; k != "" {
			kind = k
			break
		}
		if strings.EqualFold(text[m[4]:m[5]], "be") && participle(verb) {
			kind = "resolved"
			break
		}
	}
	if kind == "delegated" && signing.MatchString(text) {
		return "approved"
	}
	if kind == "agreed" || kind == "" || kind == "resolved" {
		if minutesOf.MatchString(head(text, 160)) && confirming.MatchString(text) {
			return "approved"
		}
	}
	if kind == "" || kind == "resolved" {
		switch introduced {
		case "agreed":
			if filling.MatchString(head(text, 300)) {
				return "resolved"
			}
			return "agreed"
		case "noted":
			return "noted"
		case "approved", "delegated", "refused", "deferred", "referred":
			return introduced
		}
		return "resolved"
	}
	return kind
}

// welshKind is the kind of a Welsh verb-noun, whatever its first letter was softened to.
func welshKind(verb string) string {
	for _, k := range []struct{ part, kind string }{
		{"ymeradwyo", "approved"}, {"adarnhau", "approved"}, {"abwysiadu", "approved"}, {"ofnodi", "approved"}, {"nodi", "noted"},
		{"ytuno", "agreed"}, {"awdurdodi", "delegated"}, {"irprwyo", "delegated"}, {"argymell", "recommended"}, {"wrthod", "refused"},
		{"ohirio", "deferred"}, {"yfeirio", "referred"},
	} {
		if strings.HasSuffix(verb, k.part) {
			return k.kind
		}
	}
	return "resolved"
}

// participle says that a word behind "be" is a verb's: be drawn, be raised, be set.
func participle(w string) bool {
	return strings.HasSuffix(w, "ed") || strings.HasSuffix(w, "en") || strings.HasSuffix(w, "wn") || strings.HasSuffix(w, "id") ||
		strings.HasSuffix(w, "ught") || strings.HasSuffix(w, "ne") || w == "set" || w == "made" || w == "put" || w == "sent" || w == "held" || w == "met" || w == "given" || w == "cut" || w == "let"
}

// activeVerb is where the verb of a text stands that says what is done: "to note the report", "that
// Cabinet approve it". Where no verb of a kind begins the text or follows its body, it is the first word.
func activeVerb(s string) (from, to int) {
	s = head(s, 400)
	bare := activeBare.FindStringSubmatchIndex(s)
	if bare == nil {
		return 0, 0
	}
	if kindVerbs[strings.ToLower(s[bare[2]:bare[3]])] == "" {
		if m := activeBody.FindStringSubmatchIndex(s); m != nil && kindVerbs[strings.ToLower(s[m[2]:m[3]])] != "" {
			return m[2], m[3]
		}
	}
	return bare[2], bare[3]
}
