package searchtext

import (
	"strconv"
	"strings"
)

// Count is how often a word stands in the title and in the body of a text.
type Count struct{ Title, Body int }

// Tally is how often each word stands in a text, as the index keeps it: the lengths of title and body, then
// every word with its two counts, "2/40 budget/1/3 librari/0/2 ". It is searched without being taken apart,
// because a search looks for a few words in thousands of them.
type Tally string

// terms writes a tally of words in their order.
func terms(title, body int, words []string, seen map[string]*Count) string {
	var b []byte
	b = strconv.AppendInt(b, int64(title), 10)
	b = append(b, '/')
	b = strconv.AppendInt(b, int64(body), 10)
	b = append(b, ' ')
	for _, w := range words {
		b = append(b, w...)
		b = append(b, '/')
		b = strconv.AppendInt(b, int64(seen[w].Title), 10)
		b = append(b, '/')
		b = strconv.AppendInt(b, int64(seen[w].Body), 10)
		b = append(b, ' ')
	}
	return string(b)
}

// Length is how many words title and body have.
func (t Tally) Length() Count {
	head, _, _ := strings.Cut(string(t), " ")
	return count(head)
}

// Of is how often the word stands there.
func (t Tally) Of(stem string) Count {
	_, rest, found := strings.Cut(string(t), " "+stem+"/")
	if !found {
		return Count{}
	}
	rest, _, _ = strings.Cut(rest, " ")
	return count(rest)
}

// Beginning is how often words stand there that begin so.
func (t Tally) Beginning(prefix string) Count {
	var sum Count
	for rest := string(t); ; {
		_, after, found := strings.Cut(rest, " "+prefix)
		if !found {
			return sum
		}
		_, numbers, _ := strings.Cut(after, "/")
		numbers, rest, _ = strings.Cut(numbers, " ")
		rest = " " + rest
		c := count(numbers)
		sum.Title += c.Title
		sum.Body += c.Body
	}
}

// count reads 1/3.
func count(s string) Count {
	title, body, _ := strings.Cut(s, "/")
	a, _ := strconv.Atoi(title) // terms wrote it
	b, _ := strconv.Atoi(body)
	return Count{a, b}
}
