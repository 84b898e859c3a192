package redact

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"councilgraph/ingest/record"
)

// publicToken draws what a page of minutes says and what must never be touched.
func publicToken(t *rapid.T) string {
	num := func(lo, hi int) int { return rapid.IntRange(lo, hi).Draw(t, "n") }
	switch num(0, 13) {
	case 0:
		return fmt.Sprintf("£%d,%03d,%03d", num(1, 999), num(0, 999), num(0, 999))
	case 1:
		return fmt.Sprintf("£%d.%d million", num(0, 99), num(0, 9))
	case 2:
		return fmt.Sprintf("£%d", num(0, 99_999_999_999))
	case 3:
		return fmt.Sprintf("%02d/%02d/%d", num(1, 31), num(1, 12), num(1990, 2030))
	case 4:
		return fmt.Sprintf("%02d.%02d.%d", num(1, 31), num(1, 12), num(1990, 2030))
	case 5:
		return fmt.Sprintf("%d-%02d-%02d", num(1990, 2030), num(1, 12), num(1, 31))
	case 6:
		return fmt.Sprintf("%02d:%02d", num(0, 23), num(0, 59))
	case 7:
		return fmt.Sprintf("%d.%02d pm", num(1, 12), num(0, 59))
	case 8:
		return fmt.Sprintf("%02d/%05d/%s", num(0, 30), num(0, 99_999), rapid.SampledFrom([]string{"FUL", "OUT", "HSE", "LBC"}).Draw(t, "kind"))
	case 9:
		return fmt.Sprintf("%s/%d/%04d/FUL", rapid.SampledFrom([]string{"DC", "UTT", "P", "S"}).Draw(t, "area"), num(2000, 2030), num(0, 9999))
	case 10:
		return fmt.Sprintf("minute %d", num(1, 9999))
	case 11:
		return fmt.Sprintf("%d.%d", num(1, 30), num(1, 30))
	case 12:
		return fmt.Sprintf("%d/%02d", num(1990, 2030), num(0, 99))
	default:
		return rapid.SampledFrom([]string{"the Cabinet", "RESOLVED that", "Councillor Jo Reeve", "mobile", "home", "address", "signed", "item"}).Draw(t, "word")
	}
}

func TestRedact_PublicFactsStay(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		words := rapid.SliceOfN(rapid.Custom(publicToken), 1, 12).Draw(t, "words")
		in := strings.Join(words, rapid.SampledFrom([]string{" ", ", ", "; ", "\n", " | "}).Draw(t, "separator"))
		out, n := Redact(record.Document{Bytes: []byte(in), MediaType: "text/plain"})
		if n != 0 || string(out.Bytes) != in {
			t.Fatalf("%q became %q", in, out.Bytes)
		}
	})
}

func TestRedact_PrivateFactsGo(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		local := rapid.StringMatching(`[a-z]{1,8}(\.[a-z]{1,8})?`).Draw(t, "local")
		domain := rapid.StringMatching(`[a-z]{2,10}\.(gov\.uk|org|com)`).Draw(t, "domain")
		phone := rapid.StringMatching(`(01[0-9]{3} [0-9]{6}|020 [0-9]{4} [0-9]{4}|07[0-9]{3}[ -]?[0-9]{6}|\+44 1[0-9]{3} [0-9]{6}|\(01[0-9]{3}\) [0-9]{6})`).Draw(t, "phone")
		public := rapid.Custom(publicToken)
		in := public.Draw(t, "a") + " " + local + "@" + domain + " " + public.Draw(t, "b") + "; " + phone + "; " + public.Draw(t, "c")
		out, n := Redact(record.Document{Bytes: []byte(in), MediaType: "text/plain"})
		if n != 2 || bytes.Contains(out.Bytes, []byte("@")) || bytes.Contains(out.Bytes, []byte(phone)) {
			t.Fatalf("%q became %q with %d removals", in, out.Bytes, n)
		}
	})
}

func TestRedact_TwiceIsOnce(t *testing.T) {
	piece := rapid.OneOf(
		rapid.Custom(publicToken),
		rapid.StringMatching(`[0-9+() ./-]{1,20}`),
		rapid.StringMatching(`[a-z@.]{1,12}`),
		rapid.SampledFrom([]string{
			"Tel:", "Home address:", "Address", "\n", "\n\n", "<p>", "</p>", "<br>", "|", "4 Marl Lane", "AS1 2BC", "Signed:",
			"Yours sincerely\n", "<homeaddress>", "</homeaddress>", "<email>", "</email>", "ePetition", "[address removed]",
			"[phone removed]", "01632 960431", "a@b.org", "&nbsp;", "&#64;", "/", "-", ",", "Phone", "councillor details", "\xa0",
			"Mr Jo Reeve of ", "lives at ", "her home, ", "Flat 3, ", "DOB", " dot ", " at ", "com", "NI number", "QQ 12 34 56 C", "12/03/1980", "＠",
		}),
	)
	rapid.Check(t, func(t *rapid.T) {
		glue := rapid.SampledFrom([]string{"", " "}).Draw(t, "glue")
		in := strings.Join(rapid.SliceOfN(piece, 1, 25).Draw(t, "pieces"), glue)
		once, _ := Redact(record.Document{Bytes: []byte(in), MediaType: "text/html"})
		twice, n := Redact(once)
		if n != 0 || !bytes.Equal(once.Bytes, twice.Bytes) {
			t.Fatalf("%q\nonce  %q\ntwice %q (%d)", in, once.Bytes, twice.Bytes, n)
		}
	})
}
