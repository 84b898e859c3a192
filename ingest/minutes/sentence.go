package minutes

var publicHelps = wordSet(`solicitor agent barrister counsel representative wife husband partner colleague architect adviser advisor`)

// ownWords is the text behind the j-th mention of a line as far as the next mention, within the sentence.
func ownWords(s string, l *line, j, to int) string {
	from := endOf(l, l.mentions[j])
	if j+1 < len(l.mentions) {
		to = min(to, l.mentions[j+1].from)
	}
	if from >= to {
		return ""
	}
	return head(s[from:to], 300)
}

func endOf(l *line, m mention) int {
	if m.end > 0 && m.end <= len(l.ts) {
		return max(m.to, l.ts[m.end-1].to)
	}
	return m.to
}

// joined says that two mentions stand in one list: a comma or "and" alone is between them.
func joined(l *line, a, b mention) bool {
	if b.first < a.end || b.first-a.end > 12 {
		return false
	}
	gap := l.ts[a.end:b.first]
	// "Inspector U of Northshire Police and Dr W": where somebody comes from does not end a list
	if len(gap) > 2 && (gap[0].low == "of" || gap[0].low == "from") {
		k := 1
		for k < len(gap) && gap[k].word && (capital(gap[k].text) || gap[k].low == "the") {
			k++
		}
		gap = gap[k:]
	}
	if before := l.p.Text[mentionSentence(l.ts, a.first):a.from]; len(gap) == 1 && gap[0].text == "," && (a.name == "" && introOpen(before) || a.name != "" && b.name == "" && introduces.MatchString(before)) {
		return false // "At the invitation of the Chair, Councillor B said"
	}
	// "Mr V and his solicitor Ms Y"
	if n := len(gap); n > 2 && n < 6 && publicHelps[gap[n-1].low] && (gap[n-2].low == "his" || gap[n-2].low == "her" || gap[n-2].low == "their") {
		gap = gap[:n-2]
	}
	if len(gap) == 0 || len(gap) > 3 {
		return len(gap) == 0 && b.first == a.end
	}
	for _, t := range gap {
		if t.text != "," && (t.text != ";" || len(gap) < 2) && t.low != "and" && t.text != "&" && t.text != "a" && t.text != "ac" && t.low != "both" {
			return false
		}
	}
	return true
}

// sentence is the bytes of the sentence around tokens first..end: from the last full stop before to the
// first behind.
func sentence(l *line, first, end int) (from, to int) {
	from, to = 0, len(l.p.Text)
	for k := first - 1; k >= 0 && first-k < 120; k-- {
		if sentenceStop(l.ts, k) {
			from = l.ts[k].to
			break
		}
	}
	for k := end; k < len(l.ts) && k-end < 120; k++ {
		if sentenceStop(l.ts, k) {
			to = l.ts[k].to
			break
		}
	}
	return from, to
}

func sentenceStop(ts []token, k int) bool {
	switch ts[k].text {
	case "?", "!":
		return true
	case ".":
		// 6.45 pm, No. 88, para. 4
		if k+1 < len(ts) && k > 0 && (ts[k+1].from == ts[k].to && ts[k+1].word || shortWord[ts[k-1].low] && ts[k+1].text[0] >= '0' && ts[k+1].text[0] <= '9') {
			return false
		}
		return true
	}
	return false
}

var shortWord = wordSet(`no nos para paras p pp ref vol fig app cl art reg`)
