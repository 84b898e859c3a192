package minutes

import (
	"strings"

	"councilgraph/internal/regexp"
)

// A wording says how a person took part by the words right before or right behind the name.
type wording struct {
	how, rule string
	re        *regexp.Regexp
	stems     map[string]bool // how the words of the pattern begin, so that most patterns need not run
	anywhere  bool            // the pattern begins with any words
}

func wordsBefore(how, rule, re string) wording {
	return wording{how: how, rule: rule, re: regexp.MustCompile(`(?i)(?:` + re + `)(?:[\s\x{a0}]+(?:y|yr|both|the following|former|local resident))?[\s\x{a0}:,–—-]*$`)}
}

// adverbs and helping verbs that may stand between a name and its verb. "could", "would" and "to" are
// none of them: what might be done was not done.
const helping = `(?:[\s\x{a0}]+(?:also|then|both|each|all|further|again|later|had|has|have|having|briefly|therefore|subsequently|duly|formally|in turn|in response|in reply|in conclusion|next|now|still|jointly|first|finally|initially|respectively|of the [A-Z]\w+|did))*[\s\x{a0}]+`

func wordsBehind(how, rule, re string) wording {
	return wording{how: how, rule: rule, re: regexp.MustCompile(`(?i)^` + helping + `(?:` + re + `)`), stems: stemsOf(re), anywhere: strings.HasPrefix(re, `[^`)}
}

// stemOf is the beginning of a word by which wordings are chosen.
func stemOf(w string) string { return w[:min(3, len(w))] }

// stemsOf are the beginnings of all words of a pattern.
func stemsOf(re string) map[string]bool {
	stems := map[string]bool{}
	for _, w := range patternWord.FindAllString(patternClass.ReplaceAllString(strings.ToLower(re), " "), -1) {
		stems[stemOf(w)] = true
	}
	return stems
}

var (
	patternWord  = regexp.MustCompile(`[a-z]+`)
	patternClass = regexp.MustCompile(`\\[bswxd]|\[[^\]]*\]|\{[^}]*\}`)
	helpingWords = wordSet(`also then both each all further again later had has have having briefly therefore subsequently duly formally in turn response reply conclusion
 next now still jointly first finally initially respectively of the did was were`)
)

// wordings before a name, the more special first.
var wordingsBefore = []wording{
	wordsBefore(howMentioned, "notice", `\bto be (?:introduced|presented|moved|given|reported) by`),
	wordsBefore(howSeconder, "seconded-by", `\bseconded(?: by)?|\bseconder|\bin seconding(?: the [a-z ]{1,30})?|\beiliwyd\b[^.]{0,80}\bgan|\beiliwyd gan|\beiliodd`),
	wordsBefore(howMover, "moved-by", `\b(?:moved|proposed)(?: [a-z]+){0,3} by|\b(?:motion|amendment|proposal) (?:of|by|from)|\bin the name of|\bmover|\bproposer|^[\s\x{a0}]*\(?(?:moved|proposed)|\bcynigiodd|\bcynigiwyd\b[^.]{0,80}\bgan|\bin moving(?: the [a-z ]{1,30})?|\bin proposing(?: the [a-z ]{1,30})?`),
	wordsBefore(howApologies, "apologies-by", `\bapolog(?:y|ies)\b[^.;:]{0,60}\b(?:submitted|given|tendered|sent|received|made|presented|offered|intimated|reported|accepted|noted)(?: by| from| for| on behalf of)`),
	wordsBefore(howPresenter, "presented-by", `\b(?:introduced|presented|submitted|delivered|tabled|given|outlined) by|\b(?:update|presentation|overview|briefing)s? (?:was |were )?(?:provided |made |received )?(?:by|from)|\b(?:received|considered|heard) (?:a|an|the)(?: [a-z]+){0,3} (?:report|presentation|update)s? from|\bcyflwyn(?:odd|wyd)\b(?:[^.]{0,60}\bgan)?`),
	wordsBefore(howSpeaker, "heard-from", `\b(?:questions?|comments?|statements?|representations?|deputations?|petitions?|query|queries|points?|requests?|concerns?|objections?|supplementary|contributions?)(?:[\s\x{a0}]+(?:was|were|had|been|have|asked|raised|put|received|submitted|made|presented|read|out|then|also)){0,4}[\s\x{a0}]+(?:from|by)|\bheard(?: representations| evidence| statements)?(?: from)?|\baddressed by|\b(?:asked|raised|put|expressed|suggested|stated|explained|advised|answered|questioned|made) by|\b(?:response|reply|answer)s? (?:from|by)|\b(?:response|reply|answer|responding|replying|answering) to`),
	wordsBefore(howSpeaker, "dywedodd", `\b(?:dywedodd|diolchodd|gofynnodd|nododd|eglurodd|adroddodd|croesawodd|holodd|atebodd|ychwanegodd|cyfeiriodd|awgrymodd|dymunodd)`),
	wordsBefore(howInterest, "datganodd", `\bdatgan(?:odd|wyd)(?: gan)?`),
	wordsBefore(howSubst, "substituted-by", `\bsubstitut(?:ed|ion) by|\(substitute|\(sub|\breplaced by|\bsubstitutes?(?: members?)?:`),
	wordsBefore(howAbsent, "absence-of", `\bin the absence of|\babsent`),
	wordsBefore(howChair, "signed-by", `\b(?:signed|chaired) (?:as a correct record )?by`),
	wordsBefore(howPresent, "present-list", `\b(?:present|(?:present|in attendance|attending)(?: for (?:the|this) [a-z]{3,20}| for part of the meeting)? (?:was|were)|in attendance|also present|attending|also in attendance|in attendance for (?:this|the|that) [a-z ]{3,20}|attendance|attended by|joined by|in the presence of)`),
}

// wordings behind a name, the more special first.
var wordingsAfter = []wording{
	wordsBehind(howMentioned, "notice", `(?:to|will|would|shall) (?:move|propose|second|introduce|present|report|speak|ask)\b`),
	wordsBehind(howMentioned, "not-called", `(?:was|were) (?:down|due|registered|listed|invited|scheduled) to (?:speak|address)[^.]{0,60}\b(?:but|not|withdrew)\b`),
	wordsBehind(howAbsent, "question-in-absence", `[^.]{0,80}\bin (?:her|his|their) absence`),
	wordsBehind(howAbsent, "question-in-absence", `[^.]{0,80}\b(?:but|and) (?:was|were|is) (?:not present|not in attendance|absent|unable to attend)`),
	wordsBehind(howAbsent, "absent", `(?:was|were|being) (?:absent|not present|not in attendance)|did not attend|not (?:attend|present)`),
	wordsBehind(howSubst, "substitute", `(?:was|were|been|is)?[\s\x{a0}]*(?:attend(?:ed|ing)|present|acting|act(?:ed)?|nominated|appointed|named)?[\s\x{a0}]*(?:as)?[\s\x{a0}]*(?:a|an|the|his|her|their)?[\s\x{a0}]*(?:nominated|named|appointed)?[\s\x{a0}]*(?:substitut(?:e|es|ed|ing)|deputis(?:ed|ing)|deput(?:y|ies) for)\b|(?:(?:was|were) )?(?:attend(?:ed|ing)|present|acting|sat|sitting)(?: the meeting)? (?:(?:in place|on behalf|instead|in the place|in lieu) of\b|(?:in|on) (?:his|her|their) (?:place|stead|behalf)\b)`),
	wordsBehind(howPresent, "lateness", `(?:sent|gave|given|tendered|submitted|offered|intimated)[^.]{0,20}\bapolog(?:y|ies) for (?:(?:his|her|their) )?(?:late|being late|lateness)`),
	wordsBehind(howSpeaker, "apologies-for-others", `(?:sent|gave|given|tendered|submitted|offered|intimated|directed|closed the debate|extended|made|reported|conveyed)[^.]{0,20}\bapolog(?:y|ies)(?: for absence)? (?:for|on behalf of|from) (?:the )?[A-Z][a-z]`),
	wordsBehind(howAbsent, "substituted-for", `for whom\b`),
	wordsBehind(howSubst, "substitute", `(?:as (?:a |his |her |their )?(?:named )?substitute|in (?:the )?place of|in lieu of)\b`),
	wordsBehind(howApologies, "apologies", `(?:sent|gave|given|tendered|submitted|offered|intimated|directed|closed the debate|extended|made)[^.]{0,20}\bapolog|apologised for (?:his|her|their|being|not) (?:absen|unable)`),
	wordsBehind(howInterest, "declared", `(?:(?:have|has|had|having)[\s\x{a0}]+)?(?:earlier|previously|already)?[\s\x{a0}]*(?:declar(?:ed|ing|es)|disclos(?:ed|ing)|registered|notified)\b[^.]{0,120}\b(?:interests?|dpi|ndpi|ori|nri|loan|relationship|predetermin)|wished to declare|made (?:a|an|the)(?: [\w-]+){0,5} declaration|(?:yn )?datgan|ddatganiad o`),
	wordsBehind(howAbstained, "abstained", `(?:abstain(?:ed|ing)|abstention (?:was|be)|asked (?:that|for) (?:his|her|their) abstention)`),
	wordsBehind(howAgainst, "voted-against", `(?:vot(?:ed|ing)|wished to be recorded as (?:having voted|voting)|(?:asked|requested)[^.]{0,60}\b(?:vote|dissent|record)[^.]{0,40})[\s\x{a0}]*(?:against|dissent)|dissent(?:ed|ing)|(?:asked|requested) (?:that|for) (?:his|her|their) (?:dissent|vote against)`),
	wordsBehind(howFor, "voted-for", `vot(?:ed|ing) (?:for|in favour|in support)`),
	wordsBehind(howMover, "moved-seconded", `,?[\s\x{a0}]*(?:duly )?seconded by`),
	wordsBehind(howSeconder, "seconded", `(?:seconded|formally seconded|seconding)\b`),
	wordsBehind(howMover, "moved", `nominated [A-Z]|(?:moving|proposing) (?:the|an?|his|her|their)\b|(?:moved|proposed)(?:[\s\x{a0}]*(?:[,;:.)–-]|$)|[\s\x{a0}]+(?:[a-z]+ly )?(?:that|the|an?|and|this|as|for|refusal|approval|deferral|acceptance|his|her|their|two|three|it|in|to (?:approve|adopt|refuse|defer|accept|support|note|amend|suspend|grant|extend|refer|delete|add|insert|increase|reduce|continue|take|leave|delay|go|exclude)|recommendations?|minute|standing|procedure|option|motion|amendment|[A-Z]))`),
	wordsBehind(howPresenter, "presented", `(?:introduced|introducing|presented|presenting|(?:showed|displayed|screened) (?:the |some |a (?:set|number|series) of )?(?:slides?|plans|photographs?|images|pictures|maps?|drawings|a (?:film|video))|submitted (?:a|an|the|his|her|their)\b[^.]{0,40}\b(?:report|paper|update|plan|statement of accounts|joint)|tabled|took (?:members|the committee|the board|cabinet|the panel) through|(?:gave|made|delivered|provided|giving|providing)(?: [\w’']+){0,4} (?:a |an |the )?(?:[\w-]+ ){0,3}(?:presentation|update|overview|introduction|briefing|summary)|updated (?:the|members|cabinet|council)|(?:outlined|summarised|summarized|spoke to)(?: [\w’']+){1,4} (?:report|proposals?|application|paper|recommendations)|briefed)\b`),
	wordsBehind(howChair, "in-the-chair", `(?:(?:was|being|remained|remaining)? ?in the chair\b|presid(?:ed|ing)|took the chair|chaired|assumed the chair|in the chair\b|signed (?:it|them|the (?:minutes|record|notes)))`),
	wordsBehind(howChair, "conducted", `put the [^.]{1,40} to the vote|(?:declared|closed|opened|adjourned|reconvened) the (?:meeting|session)|ruled\b|called (?:the meeting|for order)`),
	wordsBehind(howChair, "casting-vote", `(?:used|exercised|gave|cast|casting|exercising|using)[^.]{0,30}\bcasting vote`),
	wordsBehind(howChair, "elected-chair", `(?:(?:was|were|be|been|is) )?(?:duly |hereby )?(?:elected|appointed|nominated and elected|re-elected)(?: as| to be| to the office of| to)?(?: the)?(?: its)? (?:chair(?:man|woman|person)?|convener|mayor|provost|presiding)\b`),
	wordsBehind(howChair, "authorised-to-sign", `(?:be|was|were|is)?[\s\x{a0}]*(?:authorised )?to sign\b[^.]{0,60}\b(?:minutes|record)\b`),
	wordsBehind(howMover, "own-motion", `(?:motion|amendment)\b`),
	wordsBehind(howMentioned, "accepted-amendment", `accepted (?:the|this|that|both|these) (?:[a-z]+ ){0,2}amendments?\b`),
	wordsBehind(howSpeaker, "spoke-to-motion", `(?:spoke|speaking) to (?:the|his|her|their) (?:motion|amendment)\b`),
	wordsBehind(howSpeaker, "own-question", `(?:supplementary )?(?:questions?|query|queries|comments?|concerns?|suggestions?) (?:was|were|about|regarding|on|had)\b`),
	wordsBehind(howSpeaker, "felt", `(?:was|were|felt) (?:concerned|pleased|disappointed|of the (?:view|opinion)|unhappy|minded|grateful|supportive|surprised|not convinced|keen|delighted|in favour of the)\b`),
	wordsBehind(howSpeaker, "spoke", `(?:`+speechVerbs+`)\b`),
	wordsBehind(howSpeaker, "invited-to-speak", `(?:was|were) (?:invited|allowed|permitted|given (?:an|the) opportunity|asked) to (?:speak|address|ask|put|present|make|comment|respond)|(?:was|were) heard\b|attended (?:the meeting |this meeting |the committee )?(?:to (?:update|present|answer|speak|respond|address|give|ask|brief|explain|report)|and (?:spoke|answered|addressed|gave|presented|responded|took|reported))`),
	wordsBehind(howPresent, "attended", `(?:(?:was|were|being) (?:also )?(?:present|in attendance|welcomed to|admitted)|attend(?:ed|ing)|joined|rejoined|entered|arrived|arriving|left|leaving|withdrew|re-entered|returned|retired from|vacated|sent word|had sent word|would be late)\b`),
}

const speechVerbs = `said|saying|stated|stating|asked|asking|questioned|enquired|inquired|wondered|replied|responded|responding|answered|answering|advised|advising|reported|reporting|explained|explaining|informed|told|noted|noting|observed|commented|commenting|remarked|welcomed|thanked|congratulated|confirmed|assured|reassured|reiterated|emphasised|emphasized|stressed|highlighted|highlighting|pointed|suggested|suggesting|requested|expressed|expressing|raised|raising|queried|added|adding|warned|announced|called|challenged|argued|felt|considered|believed|spoke|speaking|addressed|addressing|agreed|recognised|acknowledged|undertook|offered|clarified|referred|referring|drew|reminded|urged|echoed|supported|opposed|praised|paid tribute|sought|summed|summarised|outlined|outlining|described|invited|complained|thought|feared|doubted|regretted|recalled|lamented|pressed|interjected|protested|pleaded|pledged|promised|repeated|reflected|asserted|alleged|conceded|admitted|estimated|predicted|criticised|criticized|condemned|deplored|defended|endorsed|backed|illustrated|demonstrated|corrected|gave|made|took|read|accepted|hoped|wished|apologised|objected|proposed|recommended|concluded|concurred|agreed|detailed|indicated|mentioned|set out|identified|shared|cautioned|voiced|encouraged|appealed|claimed|countered|insisted|maintained|detailed|elaborated|brought|talked|moved on|put|posed|demanded|disagreed|declined to|drew|declared that|provided|cited|quoted|hailed|commended|applauded|disputed|responded|contended|rejected|refuted|withdrew (?:his|her|their|the) (?:motion|amendment|question)|intimated|directed|closed the debate|exercised (?:his|her|their) right of reply|submitted (?:a |an |the )?(?:question|statement|petition)s?`
