package searchtext

// stop are the words that stand in nearly every text and tell nothing of it. Words that are also something
// else (IT, US, may, will) are not among them.
var stop = map[string]bool{
	"a": true, "an": true, "and": true, "are": true, "as": true, "at": true, "be": true, "been": true, "but": true, "by": true,
	"for": true, "from": true, "had": true, "has": true, "have": true, "in": true, "into": true, "is": true, "its": true, "of": true,
	"on": true, "or": true, "that": true, "the": true, "their": true, "there": true, "these": true, "they": true, "this": true,
	"to": true, "was": true, "were": true, "which": true, "with": true, "would": true,
}
