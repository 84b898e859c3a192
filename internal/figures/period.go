package figures

import (
	"fmt"
	"time"

	"entgo.io/ent/dialect/sql"
)

// Period is a span of calendar time that dates are cut to. There are no time zones in it: a date is the day
// that the page gives.
type Period int

// The periods, from none to the shortest.
const (
	None Period = iota
	Year
	Quarter
	Month
)

// Letter is what a period is called in the name of a cut.
func (p Period) Letter() string { return [...]string{"", "Y", "Q", "M"}[p] }

// Of is the period that a month falls into, both as their first day's year and month: 2017-04 for 2017-05 in
// quarters. An unknown month is "" and stays so.
func (p Period) Of(month string) string {
	if len(month) < 7 {
		return ""
	}
	switch p {
	case None:
		return ""
	case Year:
		return month[:5] + "01"
	case Quarter:
		m := (int(month[5]-'0')*10 + int(month[6]-'0') - 1) / 3
		return fmt.Sprintf("%s%02d", month[:5], m*3+1)
	}
	return month[:7]
}

// Write writes the expression that gives the period of a column of dates, null where it is.
func (p Period) Write(b *sql.Builder, column string) {
	cut := func(n string) { b.WriteString("substr(").Ident(column).WriteString(", 1, " + n + ")") }
	switch p {
	case Year:
		cut("5")
		b.WriteString(" || '01'")
	case Quarter:
		cut("5")
		b.WriteString(" || CASE")
		for _, q := range [][2]string{{"04", "01"}, {"07", "04"}, {"10", "07"}} {
			b.WriteString(" WHEN substr(").Ident(column).WriteString(", 6, 2) < '" + q[0] + "' THEN '" + q[1] + "'")
		}
		b.WriteString(" ELSE '10' END")
	case Month:
		cut("7")
	default:
		b.Ident(column)
	}
}

// Between are the periods from one to another, both included, each by its first day's year and month. It
// stops where there are more than most, which the second answer says.
func (p Period) Between(first, last string, most int) ([]string, bool) {
	at, err := time.Parse("2006-01", first)
	if err != nil {
		return nil, true
	}
	step := [...]int{1, 12, 3, 1}[p]
	var out []string
	for ; at.Format("2006-01") <= last; at = at.AddDate(0, step, 0) {
		if len(out) == most {
			return out, false
		}
		out = append(out, at.Format("2006-01"))
	}
	return out, true
}

// Next is the first month after the period that begins with this one.
func (p Period) Next(first string) string {
	at, err := time.Parse("2006-01", first)
	if err != nil {
		return ""
	}
	return at.AddDate(0, [...]int{1, 12, 3, 1}[p], 0).Format("2006-01")
}
