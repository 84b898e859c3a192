package minutes

import (
	"strings"

	"councilgraph/internal/regexp"
)

var (
	delegate  = regexp.MustCompile(`(?i)\b(?:authority|powers?|decision|approval|responsibility)?[^.;]{0,60}?\b(?:be|is|are)[\s\x{a0}]+(?:hereby[\s\x{a0}]+)?(?:delegated|granted|given)[\s\x{a0}]+(?:authority[\s\x{a0}]+)?to[\s\x{a0}]+(?:the[\s\x{a0}]+)?([A-Z][^.;]{2,160})`)
	delegates = regexp.MustCompile(`(?i)\bdelegates?[\s\x{a0}]+(?:authority|powers?|approval|the[^.;]{1,60}?)?[\s\x{a0}]*to[\s\x{a0}]+(?:the[\s\x{a0}]+)?([A-Z][^.;]{2,160})`)
	given     = regexp.MustCompile(`(?i)(?:^|\bthat[\s\x{a0}]+)(?:the[\s\x{a0}]+)?([A-Z][^.;]{2,120}?)[\s\x{a0}]+(?:be|is|are)[\s\x{a0}]+(?:hereby[\s\x{a0}]+)?(?:authorised|empowered|given[\s\x{a0}]+(?:delegated[\s\x{a0}]+)?authority|granted[\s\x{a0}]+(?:delegated[\s\x{a0}]+)?authority|delegated[\s\x{a0}]+(?:authority|powers?)?[\s\x{a0}]*to)\b`)
	authorise = regexp.MustCompile(`(?i)^(?:that[\s\x{a0}]+)?(?:to[\s\x{a0}]+)?authorises?[\s\x{a0}]+(?:the[\s\x{a0}]+)?([A-Z][^.;]{2,120}?)[\s\x{a0}]+to\b`)
	whoEnd    = regexp.MustCompile(`(?i)(?:,?[\s\x{a0}]+(?:in consultation|following consultation|after consultation|acting in|together with|subject to|to[\s\x{a0}]+[a-z]+|for[\s\x{a0}]+the|who|which|as[\s\x{a0}]|on[\s\x{a0}]|under)\b).*$`)
	recommend = regexp.MustCompile(`\b(?i:recommend(?:s|ed)?)[\s\x{a0}]+(?:(?:to|TO)[\s\x{a0}]+)?(?:(?:the|THE)[\s\x{a0}]+)?((?:[Ff]ull[\s\x{a0}]+)?(?:Council|Cabinet|Executive|COUNCIL|CABINET)|[A-Z][\w'’& -]{2,60}?(?:Committee|Board|Panel|Cabinet|Council))\b`)
	toBody    = regexp.MustCompile(`^(?:[Tt]hat[\s\x{a0}]+)?(?:[Tt]o[\s\x{a0}]+)?(?:the[\s\x{a0}]+)?((?:[Ff]ull[\s\x{a0}]+)?(?:Council|Cabinet|Executive|COUNCIL|CABINET))\b`)
	leadThat  = regexp.MustCompile(`^(?i:(?:that|the)[\s\x{a0}]+)+`)
	isRole    = regexp.MustCompile(`(?i)\b(?:director|officer|manager|head|chief|executive|chair|leader|member|solicitor|secretary|treasurer|clerk|committee|cabinet|mayor|convener|board|panel|planner|holder|assistant|group|deputy)\b`)
)

// delegatedTo is whom a resolution gives authority to, as the text says it, "" where it does not.
func delegatedTo(s string) string {
	folded := strings.ToLower(s)
	if !strings.Contains(folded, "authori") && !strings.Contains(folded, "delegat") && !strings.Contains(folded, "empower") && !strings.Contains(folded, "power") {
		return ""
	}
	for _, p := range []*regexp.Regexp{given, authorise, delegate, delegates} {
		m := p.FindStringSubmatch(s)
		if m == nil {
			continue
		}
		who := leadThat.ReplaceAllString(strings.Trim(whoEnd.ReplaceAllString(squeeze(m[1]), ""), " ,;."), "")
		if isRole.MatchString(who) && len(who) < 120 {
			return who
		}
	}
	return ""
}

// recommendedTo is the body that a resolution makes its recommendation to, "" where the text is silent.
func recommendedTo(f ResolutionFact) string {
	if f.Kind != "recommended" {
		return ""
	}
	if m := recommend.FindStringSubmatch(f.Text); m != nil {
		return squeeze(m[1])
	}
	if m := toBody.FindStringSubmatch(f.Text); m != nil {
		return squeeze(m[1])
	}
	return ""
}
