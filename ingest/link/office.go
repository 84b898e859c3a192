package link

import (
	"cmp"
	"slices"
	"strings"
)

// Words that say that what follows an "and" is another office, and not more of the portfolio.
var officeHeads = wordSet("leader deputy cabinet portfolio executive lead chair chairman chairwoman chairperson vice mayor convener director head chief assistant")

// offices of a committee: they mean somebody only together with the committee.
var chairWords = map[string]string{
	"chair": "chair", "chairman": "chair", "chairwoman": "chair", "chairperson": "chair", "chairing": "chair", "in the chair": "chair",
	"presiding": "chair", "convener": "chair", "convenor": "chair", "presiding member": "chair",
	"vice chair": "vice-chair", "vice chairman": "vice-chair", "vice chairwoman": "vice-chair", "vice chairperson": "vice-chair",
	"deputy chair": "vice-chair", "deputy chairman": "vice-chair", "vice convener": "vice-chair", "depute convener": "vice-chair",
}

// theCommittee are words by which a record means the body that meets.
var theCommittee = []string{"committee", "sub committee", "subcommittee", "panel", "board", "meeting", "forum", "commission", "group", "working group"}

// manyHold are last words of posts that several people have at once.
var manyHold = wordSet(`officer solicitor lawyer engineer planner manager adviser advisor assistant consultant surveyor accountant auditor coordinator representative
 inspector sergeant specialist lead secretary partner analyst administrator apprentice practitioner worker nurse teacher headteacher governor clerk`)

// noOffice are roles that many hold at once: they mean nobody.
var noOffice = wordSet(`member members councillor councillors substitute observer officer officers attendee guest clerk resident applicant objector agent
 co-optee coopted representative witness speaker trustee governor director manager head minister`)

// noOfficePhrases are such roles of several words.
var noOfficePhrases = []string{
	"committee member", "cabinet member", "portfolio holder", "executive member", "lead member", "ward member", "ward councillor", "local member", "co opted member", "co optee",
	"substitute member", "board member", "panel member", "council member", "member of the committee", "member of the council", "parish councillor", "town councillor",
	"county councillor", "borough councillor", "district councillor", "lead officer", "officer in attendance", "independent member", "independent person", "parent governor",
	"group leader", "political group leader", "leaders", "cabinet members", "executive members", "team leader", "head of service", "assistant director", "executive director",
	"service director", "corporate director", "strategic director",
}

// otherBodies are words of a role that is held in another body than this council, or for the public.
var otherBodies = wordSet(`nhs ccg police constabulary healthwatch trust hospital university college school academy diocese diocesan chamber union association federation
 society charity ltd limited plc company resident residents tenant tenants applicant agent objector neighbour petitioner public fire lep bid parish`)

// asRole is a mention whose name is no name but a role, such as "the Chair", as one of that role.
func (m Mention) asRole() Mention {
	if m.Name == "" || m.Role != "" {
		return m
	}
	switch role := foldRole(m.Name); {
	case chairWords[role] != "", role == "leader", role == "deputy leader", role == "mayor", role == "lord mayor", role == "deputy mayor", role == "convener", role == "provost",
		len(m.Name) > 4 && strings.EqualFold(m.Name[:4], "the "):
		m.Name, m.Role = "", m.Name
	}
	return m
}

// officesOf are the offices that a mention's role names, folded; those of a committee with its key. None where the
// role is of another body or one that many hold.
func officesOf(m Mention) []string { return officesAt(rolesOf(m.Role), m) }

func officesAt(roles []string, m Mention) []string {
	var out []string
	for _, part := range roles {
		o := office(part)
		if chair := chairOf(part); chair != "" {
			o = ""
			if at := cmp.Or(m.Committee, m.Meeting); at != "" {
				o = chair + "/" + at
			}
		}
		if o != "" && !slices.Contains(out, o) {
			out = append(out, o)
		}
	}
	return out
}

// rolesOf are the roles that are given as one, folded.
func rolesOf(role string) []string {
	var out []string
	for _, one := range strings.FieldsFunc(role, func(r rune) bool { return strings.ContainsRune("()[];/", r) }) {
		start := 0
		for i := range one {
			if one[i] != ',' {
				continue
			}
			if next := strings.Fields(foldRole(one[i+1:])); len(next) > 0 && officeHeads[next[0]] && namesOffice(next) {
				out = append(out, splitOffices(foldRole(one[start:i]))...)
				start = i + 1
			}
		}
		out = append(out, splitOffices(foldRole(one[start:]))...)
	}
	return out
}

// chairOf is chair or vice-chair where a folded role is that of the committee that meets, "" for any other.
func chairOf(role string) string {
	if before, body, ok := strings.Cut(role, " of the "); ok && slices.Contains(theCommittee, body) {
		role = before
	}
	return chairWords[role]
}

// presides says whether a role tells only who took the chair at one meeting: "in the Chair", "Vice-Chair (in the Chair)".
func presides(role string) bool {
	var took, chair, vice bool
	for _, part := range rolesOf(role) {
		switch {
		case part == "in the chair" || part == "presiding" || part == "presiding member" || part == "chairing":
			took = true
		case chairOf(part) == "chair":
			chair = true
		case chairOf(part) == "vice-chair":
			vice = true
		}
	}
	return took && !chair || chair && vice
}

// uniquePost says whether one person at a time holds an office. Others ("Planning Officer") mean somebody only at a meeting where
// one such was.
func uniquePost(office string) bool {
	words := strings.Fields(office)
	switch words[0] {
	case "chief", "deputy", "monitoring", "returning", "section", "s151", "county", "borough", "city", "portfolio":
		return true
	}
	return !manyHold[words[len(words)-1]]
}

// office is one folded role as an office, "" where it is none of this council.
func office(role string) string {
	if role == "" || noOffice[role] || slices.Contains(noOfficePhrases, role) || ofAnotherBody(role) {
		return ""
	}
	for _, p := range []string{"ward member ", "ward councillor ", "local member ", "local councillor ", "division member ", "member for ", "councillor for ", "member of ", "substitute "} {
		if strings.HasPrefix(role, p) {
			return ""
		}
	}
	for _, p := range []string{"cabinet member for ", "cabinet member ", "portfolio holder for ", "portfolio holder ", "executive member for ", "executive member ", "lead member for ",
		"executive councillor for ", "executive portfolio holder for ", "cabinet portfolio holder for ", "cabinet lead for ", "cabinet lead member for ", "lead cabinet member for ", "cabinet spokesperson for "} {
		if rest, ok := strings.CutPrefix(role, p); ok && rest != "" {
			return "portfolio " + withoutAnd(strings.TrimPrefix(strings.TrimPrefix(rest, "of "), "the "))
		}
	}
	for _, p := range []string{" portfolio holder", " cabinet member"} {
		if rest, ok := strings.CutSuffix(role, p); ok && rest != "" {
			return "portfolio " + withoutAnd(rest)
		}
	}
	for _, p := range []string{"director for ", "head for "} {
		if before, portfolio, ok := strings.Cut(role, p); ok && !strings.Contains(before, " of ") {
			role = before + strings.TrimSuffix(p, "for ") + "of " + portfolio
		}
	}
	switch role {
	case "leader of the council", "leader of council", "council leader", "leader of the cabinet", "leader of the executive", "executive leader":
		return "leader"
	case "deputy leader of the council", "deputy council leader", "deputy leader of council", "deputy executive leader":
		return "deputy leader"
	}
	return withoutAnd(role)
}

// withoutAnd leaves out what lists of words are joined by: "adults, children and health" is "adults and children, health".
func withoutAnd(s string) string {
	return strings.Join(slices.DeleteFunc(strings.Fields(s), func(w string) bool { return w == "and" }), " ")
}

// ofAnotherBody says whether a role is held elsewhere: "Leader of Eastshire County Council", "NHS Eastshire".
func ofAnotherBody(role string) bool {
	words := strings.Fields(role)
	for _, w := range words {
		if otherBodies[w] {
			return !portfolioRole(role)
		}
	}
	i := slices.Index(words, "of")
	n := len(words)
	return i > 0 && n-i > 2 && words[n-1] == "council" && words[i+1] != "the" && (words[0] == "leader" || words[0] == "deputy" || words[0] == "chief" || words[0] == "mayor")
}

// portfolioRole says whether a role is a seat in the executive, whose portfolio may name schools or residents.
func portfolioRole(role string) bool {
	for _, p := range []string{"cabinet member", "portfolio holder", "executive member", "lead member", "director of", "head of", "executive director", "assistant director", "strategic director", "corporate director", "service director"} {
		if strings.HasPrefix(role, p) {
			return true
		}
	}
	return false
}

// foldRole is a role in lower case, without marks: "The Cabinet Member for Children, Education & Families" gives
// "cabinet member for children education and families".
func foldRole(s string) string {
	s = strings.ReplaceAll(s, "&", " and ")
	s = strings.Map(func(r rune) rune {
		switch r {
		case ',', ':', '–', '—', '-', '.':
			return ' '
		}
		return r
	}, s)
	var out []string
	for _, w := range strings.Fields(s) {
		if f := foldWord(w); f != "" {
			out = append(out, f)
		}
	}
	if len(out) > 1 && out[0] == "the" {
		out = out[1:]
	}
	return strings.Join(out, " ")
}

// splitOffices parts "deputy leader and cabinet member for housing" where an office follows the "and".
func splitOffices(role string) []string {
	words := strings.Fields(role)
	var out []string
	start := 0
	for i := 1; i+1 < len(words); i++ {
		next := i + 1
		if words[i] != "and" {
			continue
		}
		if words[next] == "the" && next+1 < len(words) {
			next++
		}
		if officeHeads[words[next]] && namesOffice(words[next:]) && i > start {
			out = append(out, strings.Join(words[start:i], " "))
			start = next
		}
	}
	if start < len(words) {
		out = append(out, strings.Join(words[start:], " "))
	}
	return out
}

// namesOffice says whether words begin an office, and are not more of a portfolio: "cabinet member for", not "executive support".
func namesOffice(words []string) bool {
	switch words[0] {
	case "cabinet", "executive":
		return len(words) > 1 && (words[1] == "member" || words[1] == "portfolio" || words[1] == "councillor" || words[1] == "lead")
	case "portfolio":
		return len(words) > 1 && words[1] == "holder"
	case "lead":
		return len(words) > 1 && (words[1] == "member" || words[1] == "councillor")
	case "deputy", "vice", "assistant", "chief":
		return len(words) > 1 && words[0] != "chief" && officeHeads[words[1]] || len(words) > 1 && words[1] == "executive"
	case "director", "head":
		return len(words) > 1 && (words[1] == "of" || words[1] == "for")
	}
	return true
}
