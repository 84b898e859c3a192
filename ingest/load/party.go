package load

import "strings"

// parties are the usual names of parties by the folded spellings that sources use.
var parties = map[string]string{
	"labour": "Labour", "lab": "Labour", "labour party": "Labour", "labour group": "Labour", "the labour party": "Labour", "llafur": "Labour",
	"labour and co operative": "Labour and Co-operative", "labour co operative": "Labour and Co-operative", "labour and co operative party": "Labour and Co-operative",
	"labour co op": "Labour and Co-operative", "lab co op": "Labour and Co-operative", "co operative and labour": "Labour and Co-operative",
	"conservative": "Conservative", "con": "Conservative", "conservatives": "Conservative", "conservative party": "Conservative",
	"conservative group": "Conservative", "conservative and unionist": "Conservative", "conservative and unionist party": "Conservative",
	"the conservative party": "Conservative", "ceidwadwyr": "Conservative",
	"liberal democrat": "Liberal Democrat", "liberal democrats": "Liberal Democrat", "lib dem": "Liberal Democrat", "lib dems": "Liberal Democrat",
	"libdem": "Liberal Democrat", "liberal democratic": "Liberal Democrat", "liberal democrat group": "Liberal Democrat", "ld": "Liberal Democrat",
	"liberal democrats group": "Liberal Democrat", "scottish liberal democrats": "Liberal Democrat", "welsh liberal democrats": "Liberal Democrat",
	"liberal": "Liberal", "liberal party": "Liberal",
	"green": "Green", "grn": "Green", "greens": "Green", "green party": "Green", "the green party": "Green", "green group": "Green", "green party group": "Green", "scottish green party": "Green",
	"plaid cymru": "Plaid Cymru", "plaid cymru the party of wales": "Plaid Cymru", "plaid": "Plaid Cymru",
	"snp": "Scottish National Party", "scottish national party": "Scottish National Party", "scottish national party snp": "Scottish National Party",
	"ukip": "UK Independence Party", "uk independence party": "UK Independence Party", "uk independence party ukip": "UK Independence Party",
	"united kingdom independence party": "UK Independence Party", "u k i p": "UK Independence Party",
	"reform uk": "Reform UK", "reform": "Reform UK",
	"independent": "Independent", "independents": "Independent", "ind": "Independent", "independent member": "Independent", "annibynnol": "Independent",
	"non aligned independent": "Independent", "unaffiliated": "Unaffiliated", "non aligned": "Unaffiliated", "non affiliated": "Unaffiliated", "no party": "Unaffiliated",
	"dup": "Democratic Unionist Party", "democratic unionist party": "Democratic Unionist Party", "uup": "Ulster Unionist Party", "ulster unionist party": "Ulster Unionist Party",
	"sinn fein": "Sinn Féin", "sdlp": "Social Democratic and Labour Party", "social democratic and labour party": "Social Democratic and Labour Party",
	"alliance": "Alliance", "alliance party": "Alliance",
}

// PartyName is a party's usual name. A spelling that is not known stays as it is; a vacancy is no party.
func PartyName(asWritten string) string {
	plain := folded(strings.ReplaceAll(asWritten, "&", " and "))
	if name, ok := parties[plain]; ok {
		return name
	}
	if strings.Contains(plain, "vacan") || plain == "unknown" || plain == "none" {
		return ""
	}
	return strings.Join(strings.Fields(asWritten), " ")
}
