package format_test

import (
	"errors"
	"strings"
	"testing"

	"councilgraph/ingest/format"
	"councilgraph/ingest/record"
)

// TestRefused: what is no page of a council is refused with its own error and a message that names
// the document and says what is accepted.
func TestRefused(t *testing.T) {
	for name, c := range map[string]struct {
		bytes string
		want  error
	}{
		"empty":          {"", format.ErrEmpty},
		"blank":          {" \n\t\n", format.ErrEmpty},
		"only a mark":    {"\xef\xbb\xbf\n", format.ErrEmpty},
		"pdf":            {"%PDF-1.7\n%....", format.ErrBinary},
		"zero bytes":     {"Agenda item\x00\x00\x00", format.ErrBinary},
		"control bytes":  {strings.Repeat("\x01\x02\x03", 50), format.ErrBinary},
		"utf-16":         {"\xff\xfeA\x00", format.ErrUndecodable},
		"neither":        {"Agenda item\n\nMinutes:\n\nThe Council\x81 met.", format.ErrUndecodable},
		"cut in a tag":   {"<html><body><h1>Agenda item</h1><p>The Council met.</p><div class=\"mgCon", format.ErrCut},
		"another matter": {"Seven ways to cook a leek.\n\nPeel the leek. Boil the leek.", format.ErrNotCouncilPage},
	} {
		t.Run(name, func(t *testing.T) {
			_, err := format.Parse(record.Document{Name: "pages/leek.txt", Bytes: []byte(c.bytes)})
			if !errors.Is(err, c.want) {
				t.Fatalf("got %v, want %v", err, c.want)
			}
			if !strings.Contains(err.Error(), "pages/leek.txt") {
				t.Errorf("%v does not name the document", err)
			}
		})
	}
}

// TestCharsets: one page in four encodings reads the same.
func TestCharsets(t *testing.T) {
	const text = "Agenda item\n\nRénts – a review\n\nMinutes:\n\nRESOLVED that the Council’s rent of £5 be noted."
	windows := strings.NewReplacer("é", "\xe9", "–", "\x96", "’", "\x92", "£", "\xa3").Replace(text)
	mojibake := strings.NewReplacer("é", "Ã©", "–", "â€“", "’", "â€™", "£", "Â£").Replace(text)
	for name, b := range map[string]string{"utf-8": text, "with a mark": "\xef\xbb\xbf" + text, "windows-1252": windows, "mojibake": mojibake} {
		t.Run(name, func(t *testing.T) {
			page, err := format.Parse(record.Document{Bytes: []byte(b)})
			if err != nil {
				t.Fatal(err)
			}
			item := page.Meetings[0].Items[0]
			if page.Text != text || item.Title != "Rénts – a review" || len(item.Resolutions) != 1 {
				t.Errorf("read %q, title %q, %d resolutions", page.Text, item.Title, len(item.Resolutions))
			}
		})
	}
}
