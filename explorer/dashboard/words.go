package dashboard

import (
	"strconv"
	"strings"
	"time"
)

// day is a day of the API, such as 2024-02-07, as people write it: 7 February 2024.
func day(value string) string { return written(value, "2 January 2006") }

// shortDay is day in the room of a narrow column: 7 Feb 24.
func shortDay(value string) string { return written(value, "2 Jan 06") }

// month is the month of a day: February 2024.
func month(value string) string { return written(value, "January 2006") }

func written(value, layout string) string {
	t, err := time.Parse(time.DateOnly, value)
	if err != nil {
		return value
	}
	return t.Format(layout)
}

// number is a whole number with commas between thousands.
func number(n int) string {
	digits := strconv.Itoa(n)
	for i := len(digits) - 3; i > 0 && digits[i-1] != '-'; i -= 3 {
		digits = digits[:i] + "," + digits[i:]
	}
	return digits
}

// pounds is a sum in pounds, with pence only where there are some.
func pounds(sum float64) string {
	whole := int(sum)
	pence := int(sum*100+0.5) - whole*100
	if pence == 0 {
		return "£" + number(whole)
	}
	if pence == 100 {
		return "£" + number(whole+1)
	}
	return "£" + number(whole) + "." + strconv.Itoa(pence/10) + strconv.Itoa(pence%10)
}

// count is a number with what is counted: 1 meeting, 1,200 meetings.
func count(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return number(n) + " " + many
}

// doc is the page of a node, by its uri.
func doc(uri string) string { return "/doc/" + strings.TrimPrefix(uri, "/id/") }

// plain is a value of the API, such as NEM_CON, as people write it within a sentence.
func plain(value string) string {
	switch value {
	case "NEM_CON":
		return "nobody against"
	case "SHOW_OF_HANDS":
		return "show of hands"
	case "NO_VOTE":
		return "did not vote"
	case "DECLARED_INTEREST":
		return "declared an interest"
	case "MOVER":
		return "moved"
	case "SECONDER":
		return "seconded"
	case "SPEAKER":
		return "spoke"
	case "PRESENTER":
		return "presented"
	case "CHAIR":
		return "chaired"
	case "DECISION_MAKER":
		return "made the decision"
	case "":
		return "not stated"
	}
	return strings.ToLower(strings.ReplaceAll(value, "_", " "))
}
