package minutes

import (
	"strings"

	"councilgraph/internal/regexp"
)

// A referenceRule reads one kind of reference at its keyword. The figures in its match tell its target.
type referenceRule struct {
	kind, name string
	before     map[string]bool // words that belong to it when they stand right before the keyword
	re         *regexp.Regexp  // anchored at the keyword
}

const (
	sp       = `[\s\x{a0}]+`
	to       = `(?:,?` + sp + `(?:to|and|or|&)` + sp + `|[\s\x{a0}]?[-–][\s\x{a0}]?|,` + sp + `)`
	number   = `(?:` + sp + `(?:[Nn]os?\.?|[Nn]umbers?|[Rr]hif|[Rr]ef\.?))?` + sp
	refNum   = `\d{1,4}(?:[./]\d{1,4})*[A-Za-z]?\b(?:[\s\x{a0}]?\(\w{1,4}\))*`
	refNums  = refNum + `(?:` + to + refNum + `)*`
	ordDate  = `(?:the` + sp + `)?(?:\w+day,?` + sp + `)?(?:the` + sp + `)?\d{1,2}[\s\x{a0}]?(?:st|nd|rd|th|fed|af|ail|ydd|eg|ain)?,?` + sp + `(?:of` + sp + `)?[A-Z][a-z]{2,8},?(?:` + sp + `\d{4})?\b`
	secNum   = `\d{1,3}(?:\.\d{1,3})*[A-Z]{0,2}(?:[\s\x{a0}]?\(\w{1,4}\))*`
	actName  = `(?:[A-Z][\w'’]*|\([A-Z][\w'’ ]*\))(?:` + sp + `(?:and|of|to|for|in|the|\([^()]{1,60}\)|[A-Z][\w'’]*))*?` + sp + `(?:Acts?|Regulations|Order|Measure|Rules)(?:` + sp + `\([^()]{1,40}\))*` + sp + `(?:19|20)\d\d\b`
	schedule = `[Ss]chedule` + sp + `\d{1,2}[A-Z]?\b(?:\(\w\))?(?:` + sp + `(?:of|to)` + sp + `the` + sp + actName + `)?`
)

func anchored(re string) *regexp.Regexp { return regexp.MustCompile(`^(?:` + re + `)`) }

// referenceRules are the rules by the folded keyword that they begin with.
var referenceRules = rulesByKeyword(map[string]referenceRule{
	"minute minutes cofnod":                            {"minute", "minute-number", nil, anchored(`\w+` + number + `(?:[A-Z]{1,4}[\s\x{a0}]?)?` + refNums)},
	"resolution resolutions":                           {"resolution", "resolution-number", nil, anchored(`\w+` + number + `\d{1,4}(?:/\d{2,4})?(?:[\s\x{a0}]?\(\w{1,3}\))*`)},
	"item items eitem":                                 {"item", "item-number", wordSet(`agenda`), anchored(`\w+` + number + refNums + `(?:` + sp + `(?:of|on)` + sp + `the` + sp + `agenda)?`)},
	"paragraph paragraphs para paras":                  {"paragraph", "paragraph-number", nil, anchored(`\w+\.?` + sp + refNums + `(?:` + sp + `(?:of|in|to)` + sp + `(?:[Pp]art` + sp + `\w{1,4}` + sp + `of` + sp + `)?(?:the` + sp + `)?(?:` + schedule + `|report|officers?['’]?` + sp + `report|minutes|[Cc]onstitution))?`)},
	"section sections article articles clause clauses": {"section", "section-number", nil, anchored(`\w+` + sp + secNum + `(?:` + to + secNum + `)*(?:` + sp + `(?:of|to|in)` + sp + `(?:the` + sp + `)?(?:report|[Cc]onstitution|` + actName + `))?`)},
	"regulation regulations":                           {"section", "regulation-number", wordSet(`financial contract`), anchored(`\w+` + sp + secNum + `(?:` + to + secNum + `)*(?:` + sp + `of` + sp + `the` + sp + actName + `)?`)},
	"schedule":                                         {"legislation", "schedule", nil, anchored(schedule)},
	"part":                                             {"legislation", "schedule", nil, anchored(`[Pp]art` + sp + `\w{1,3}` + sp + `of` + sp + schedule)},
	"appendix appendices annex annexe annexes enclosure atodiad": {"appendix", "appendix", nil, anchored(`\w+` + sp + `(?:[A-Z]\d{0,2}|\d{1,2}[A-Za-z]?|[IVX]{1,4})\b(?:` + to + `(?:[A-Z]|\d{1,2}[A-Za-z]?)\b)*`)},
	"page pages pp tudalen tudalennau":                           {"page", "pages", wordSet(`agenda addendum pack report`), anchored(`\w+\.?` + sp + `\d{1,4}(?:(?:` + sp + `(?:to|and|&)` + sp + `|[\s\x{a0}]?[-–][\s\x{a0}]?|,` + sp + `)\d{1,4})*\b(?:` + sp + `of` + sp + `the` + sp + `(?:agenda|report|pack|addendum))?`)},
	"rule rules":                                                 {"rule", "rule", wordSet(`procedure council cabinet scrutiny executive committee contract access information meeting financial`), anchored(`\w+(?:` + sp + `of` + sp + `[Pp]rocedure)?` + number + `[A-Z]?` + refNums)},
	"rheol rheolau":                                              {"rule", "rule", nil, anchored(`\w+(?:` + sp + `Sefydlog)?` + sp + refNums)},
	"standing":                                                   {"rule", "standing-order", wordSet(`council's the`), anchored(`\w+` + sp + `[Oo]rders?` + number + `[A-Z]?` + refNums)},
	"policy policies polisi":                                     {"policy", "policy", nil, anchored(`\w+` + sp + policyCode + `(?:` + to + policyCode + `)*`)},
})

const policyCode = `(?:[A-Z]{1,6}[\s\x{a0}]?\d{1,3}(?:\.\d{1,2})?[a-z]?|\d{1,2}(?:\.\d{1,2})?|[A-Z]{1,4}/\d{1,3})\b`

func rulesByKeyword(rules map[string]referenceRule) map[string]referenceRule {
	by := map[string]referenceRule{}
	for keys, r := range rules {
		for _, k := range strings.Fields(keys) {
			by[k] = r
		}
	}
	return by
}
