package page

import (
	"strconv"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"
)

// wording is how a value of the API reads that reads otherwise than in lower case with blanks.
func wording(value string) (string, bool) {
	w, ok := map[string]string{
		"NEM_CON":                   "with nobody against (nem. con.)",
		"SHOW_OF_HANDS":             "by show of hands",
		"UNANIMOUS":                 "unanimously",
		"RECORDED":                  "by recorded vote",
		"CO_OPTED":                  "co-opted member",
		"NON_PECUNIARY":             "non-pecuniary interest",
		"PECUNIARY":                 "pecuniary interest",
		"DISCLOSABLE_PECUNIARY":     "disclosable pecuniary interest",
		"PERSONAL":                  "personal interest",
		"PREJUDICIAL":               "prejudicial interest",
		"PERSONAL_AND_PREJUDICIAL":  "personal and prejudicial interest",
		"OTHER_REGISTRABLE":         "other registrable interest",
		"NON_REGISTRABLE":           "non-registrable interest",
		"VICE_CHAIR":                "vice-chair",
		"NOT_PUT":                   "not put to the vote",
		"NO_VOTE":                   "did not vote",
		"NON_METROPOLITAN_DISTRICT": "district council",
		"METROPOLITAN_DISTRICT":     "metropolitan district council",
		"UNITARY":                   "unitary authority",
		"WELSH_UNITARY":             "unitary authority in Wales",
		"SCOTTISH_UNITARY":          "unitary authority in Scotland",
		"NI_DISTRICT":               "district council in Northern Ireland",
		"LONDON_BOROUGH":            "London borough council",
		"CITY_OF_LONDON":            "City of London Corporation",
		"COUNTY":                    "county council",
		"FULL_COUNCIL":              "full council",
		"DECLARED_INTEREST":         "declared an interest",
		"VOTED_FOR":                 "voted for",
		"VOTED_AGAINST":             "voted against",
		"MOVER":                     "moved",
		"SECONDER":                  "seconded",
		"PRESENTER":                 "presented",
		"SPEAKER":                   "spoke",
		"CHAIR":                     "chaired",
		"DECISION_MAKER":            "made the decision",
		"ISSUE_ID":                  "the council numbers the matter so",
		"BACKGROUND_LINK":           "the page links to the matter",
		"MINUTE_REFERENCE":          "a minute refers to it",
		"REPORT_REFERENCE":          "the same report is named",
		"SAME_TITLE":                "the title is the same",
	}[value]
	return w, ok
}

// words is a value of the API, such as IN_ATTENDANCE, as people write it within a sentence.
func words(value string) string {
	if w, ok := wording(value); ok {
		return w
	}
	return strings.ToLower(strings.ReplaceAll(value, "_", " "))
}

// role is a role on a committee: there a chair is no deed.
func role(value string) string {
	switch value {
	case "CHAIR":
		return "chair"
	case "SUBSTITUTE":
		return "substitute member"
	}
	return words(value)
}

// capital is a text with a capital letter at its beginning.
func capital(s string) string {
	first, size := utf8.DecodeRuneInString(s)
	return string(unicode.ToUpper(first)) + s[size:]
}

// day is a day of the API, such as 2024-02-07, as people write it: 7 February 2024. What is none stays as it is.
func day(value string) string {
	t, err := time.Parse(time.DateOnly, value)
	if err != nil {
		return value
	}
	return t.Format("2 January 2006")
}

// weekday is day with the day of the week before it.
func weekday(value string) string {
	t, err := time.Parse(time.DateOnly, value)
	if err != nil {
		return value
	}
	return t.Format("Monday 2 January 2006")
}

// month is the month of a day: February 2024.
func month(value string) string {
	t, err := time.Parse(time.DateOnly, value)
	if err != nil {
		return value
	}
	return t.Format("January 2006")
}

// moment is a time of the API as the day that it is in UTC.
func moment(value string) string {
	t, err := time.Parse(time.RFC3339, value)
	if err != nil {
		return value
	}
	return t.UTC().Format("2 January 2006")
}

// number is a number with commas between thousands.
func number(n int) string {
	digits := strconv.Itoa(n)
	for i := len(digits) - 3; i > 0 && digits[i-1] != '-'; i -= 3 {
		digits = digits[:i] + "," + digits[i:]
	}
	return digits
}

// count is a number with what is counted: 1 meeting, 1,200 meetings.
func count(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return number(n) + " " + many
}

// short is a text of at most so many characters, cut between words, with an ellipsis where it is cut.
func short(most int, s string) string {
	s = strings.Join(strings.Fields(s), " ")
	if utf8.RuneCountInString(s) <= most {
		return s
	}
	cut := string([]rune(s)[:most])
	if i := strings.LastIndexByte(cut, ' '); i > most/2 {
		cut = cut[:i]
	}
	return strings.TrimRight(cut, " ,;:") + " …"
}

// doc is the page of a node, by its uri.
func doc(uri string) string { return "/doc/" + strings.TrimPrefix(uri, "/id/") }

// yes is yes or no, and "" for what is not known.
func yes(b *bool) string {
	switch {
	case b == nil:
		return ""
	case *b:
		return "yes"
	}
	return "no"
}
