package searchtext

import (
	"fmt"
	"hash/fnv"
	"time"
)

// Kind is a kind of node that can be searched for.
type Kind int

// The kinds, in no order of worth.
const (
	AgendaItem Kind = iota + 1
	Resolution
	Person
	Committee
	Issue
	Document
)

// Kinds are all of them.
func Kinds() []Kind { return []Kind{AgendaItem, Resolution, Person, Committee, Issue, Document} }

// Name is the kind as the graph calls it: AgendaItem.
func (k Kind) Name() string {
	return [...]string{"", "AgendaItem", "Resolution", "Person", "Committee", "Issue", "Document"}[k]
}

// Dated says whether its texts have a day, so that a search of some days can find them.
func (k Kind) Dated() bool { return k == AgendaItem || k == Resolution || k == Document }

// A text's number holds its kind, its day and a hash of its key, from the highest bits down. So the numbers
// of one kind are a range, those of its days ranges within, the highest are the latest, and all that is
// the same in every database: what is found first does not hang on the order in which pages were read.
const (
	hashBits = 28
	dayBits  = 16
	lastDay  = 1<<dayBits - 1
)

// Number is the number of a text. The date is 2017-01-11, or empty where it is not known. Where two keys
// come to one number the later one takes the next that is free.
func Number(k Kind, date, key string) int64 {
	h := fnv.New32a()
	_, _ = h.Write([]byte(key))
	return int64(k)<<(dayBits+hashBits) | int64(day(date))<<hashBits | int64(h.Sum32()>>(32-hashBits))
}

// Range is the first and the last number that a kind has from one day to another, both included. An empty
// date sets no bound; ok is false where there is nothing in the range.
func Range(k Kind, from, to string) (first, last int64, ok bool) {
	lowest, highest := 0, lastDay
	if from != "" || to != "" {
		if !k.Dated() {
			return 0, 0, false
		}
		lowest = 1
	}
	if from != "" {
		lowest = day(from)
	}
	if to != "" {
		highest = day(to)
	}
	start := int64(k) << (dayBits + hashBits)
	first = start | int64(lowest)<<hashBits
	last = start | int64(highest)<<hashBits | (1<<hashBits - 1)
	return first, last, lowest <= highest
}

// DayOf is SQL for the lowest number of the day of a text, whose number is an SQL expression.
func DayOf(number string) string {
	return fmt.Sprintf("((%s >> %d) << %d)", number, hashBits, hashBits)
}

// Day is SQL for the day of a text, whose number is an SQL expression: later days are higher.
func Day(number string) string { return fmt.Sprintf("(%s >> %d & %d)", number, hashBits, lastDay) }

// day counts days from 1900 on, from 1; 0 is a day that is not known.
func day(date string) int {
	at, err := time.Parse(time.DateOnly, date)
	if err != nil {
		return 0
	}
	n := int(at.Sub(time.Date(1899, 12, 31, 0, 0, 0, 0, time.UTC)).Hours() / 24)
	return min(max(n, 1), lastDay)
}

// KindOf is the kind of the text with this number.
func KindOf(number int64) Kind { return Kind(number >> (dayBits + hashBits)) }
