package printed

import "councilgraph/internal/regexp"

// PartyName is the name of a party or group as lists of members print it.
var PartyName = regexp.MustCompile(`(?i)^(?:the )?(?:[\w-]+ ){0,3}?(?:labour|conservatives?|liberal democrats?|lib ?dems?|green|independents?|plaid cymru|snp|scottish national|sinn f[eé]in|dup|uup|sdlp|alliance|ukip|reform|residents|non-aligned|ungrouped|unionist|co-operative|democrats?)\b.{0,40}$`)
