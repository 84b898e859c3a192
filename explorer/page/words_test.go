package page

import "testing"

func TestWords(t *testing.T) {
	for _, tt := range []struct{ got, want string }{
		{words("IN_ATTENDANCE"), "in attendance"},
		{words("NEM_CON"), "with nobody against (nem. con.)"},
		{role("CHAIR"), "chair"},
		{words("CHAIR"), "chaired"},
		{day("2024-02-07"), "7 February 2024"},
		{weekday("2024-02-07"), "Wednesday 7 February 2024"},
		{month("2024-02-01"), "February 2024"},
		{moment("2024-02-07T23:30:00-02:00"), "8 February 2024"},
		{day("some day"), "some day"},
		{number(1234567), "1,234,567"},
		{number(-123), "-123"},
		{number(999), "999"},
		{count(1, "meeting", "meetings"), "1 meeting"},
		{count(1200, "meeting", "meetings"), "1,200 meetings"},
		{short(20, "one two\nthree four five"), "one two three four …"},
		{short(20, "one two"), "one two"},
		{short(5, "überlang"), "überl …"},
		{capital("über"), "Über"},
		{yes(nil), ""},
		{yes(new(bool)), "no"},
		{doc("/id/bromley/person/a"), "/doc/bromley/person/a"},
		{dateOf("/id/x/cabinet/2024-02-07-2"), "2024-02-07"},
		{dateOf("/id/x/cabinet/undated"), ""},
		{guess("x"), "Council"},
		{guess("x/cabinet"), "Committee"},
		{guess("x/cabinet/2024-02-07"), "Meeting"},
		{guess("x/cabinet/2024-02-07/5"), "AgendaItem"},
		{guess("x/cabinet/2024-02-07/5/resolution/1"), "Resolution"},
		{guess("x/person/a"), "Person"},
		{guess("x/source/abc"), "Source"},
		{guess("x/source/abc/item/1"), "AgendaItem"},
		{guess("x/source/abc/item/1/resolution/1"), "Resolution"},
		{string(snippet("a <mark>b</mark> &lt;i&gt; <script>")), "a <mark>b</mark> &lt;i&gt; &lt;script&gt;"},
	} {
		if tt.got != tt.want {
			t.Errorf("%q, want %q", tt.got, tt.want)
		}
	}
}
