package format_test

import (
	"errors"
	"strings"
	"testing"

	"councilgraph/ingest/format"
	"councilgraph/ingest/record"
)

// TestAnswers: what servers send in place of a page is told apart and never read as a page, whatever
// address was asked.
func TestAnswers(t *testing.T) {
	const page = "<html><head><title>%T</title>%H</head><body>%B</body></html>"
	build := func(title, head, body string) string {
		return strings.NewReplacer("%T", title, "%H", head, "%B", body).Replace(page)
	}
	for name, c := range map[string]struct {
		markup string
		want   error
	}{
		"challenge":        {build("Just a moment...", `<script src="/cdn-cgi/challenge-platform/h/b/x.js"></script>`, "<p>Checking the council's committee pages</p>"), format.ErrBlocked},
		"rejected":         {build("Request Rejected", "", "The requested URL was rejected. Please consult with your administrator. Council support ID: 77"), format.ErrBlocked},
		"incident":         {build("", "", `<iframe src="//x.example/_Incapsula_Resource?a=1">Request unsuccessful.</iframe>`), format.ErrBlocked},
		"denied":           {build("Access Denied", "", `You don't have permission to access "http://council.example/mgAi.aspx?" on this server. Reference #18.2f`), format.ErrBlocked},
		"human":            {build("Council", "", "<h1>Please verify you are a human</h1>"), format.ErrBlocked},
		"log-in":           {build("Members' area", "", `<h1>Councillors: sign in</h1><form><input type="password" name="p"></form>`), format.ErrLogin},
		"script":           {build("", "<script>window.location.href='/home';</script>", "<noscript>x</noscript>"), format.ErrRedirect},
		"refresh":          {build("Council minutes", `<meta http-equiv="Refresh" content="0; url=/new/mgAi.aspx?ID=4">`, "<p>The committee pages have moved.</p>"), format.ErrRedirect},
		"not found":        {build("404 - File or directory not found.", "", "<h2>404</h2><p>The council page might have been removed.</p>"), format.ErrErrorPage},
		"server error":     {build("Council", "", "<h1>Server Error in '/' Application.</h1>"), format.ErrErrorPage},
		"unavailable":      {build("Service Unavailable", "", "<p>The agenda service is down.</p>"), format.ErrErrorPage},
		"mg error":         {build("Error", "", `<div id="modgov"><h1>Meetings</h1><div class="mgContent"><p class="mgErrorTxt">The meeting cannot be displayed</p></div></div>`), format.ErrNotCouncilPage},
		"empty mg content": {build("Agenda", "", `<div id="modgov"><div class="mgContent"></div></div>`), format.ErrNotCouncilPage},
		"prints nothing":   {build("", "", "<div></div>"), format.ErrEmpty},
	} {
		t.Run(name, func(t *testing.T) {
			got, err := format.Parse(record.Document{Name: "pages/answer.html", URL: "https://democracy.example/mgAi.aspx?ID=4", Bytes: []byte(c.markup)})
			if !errors.Is(err, c.want) {
				t.Fatalf("got %v (page %+v), want %v", err, got.Page, c.want)
			}
			if !strings.Contains(err.Error(), "pages/answer.html") {
				t.Errorf("%v does not name the document", err)
			}
		})
	}
}

// TestPlainMarkup: a web page of no system that prints a meeting's minutes is read as its text.
func TestPlainMarkup(t *testing.T) {
	page, err := format.Parse(record.Document{Bytes: []byte(`<html><body><nav>Home</nav><p>Minutes of the meeting of the Parks Committee held in the Old Hall on Tuesday 14 January 2020 at 7.00 pm</p>
<p>Present: Councillor Ivy Moss (Chair), Councillor Al Fern</p><h2>1. Apologies</h2><p>There were none.</p><h2>2. Benches</h2><p>RESOLVED that £400 be spent on&nbsp;benches.</p></body></html>`)})
	if err != nil {
		t.Fatal(err)
	}
	m := page.Meetings[0]
	if m.Committee != "Parks Committee" || m.Date != "2020-01-14" || len(m.Items) != 2 || len(m.Items[1].Resolutions) != 1 {
		t.Errorf("read %+v", m)
	}
	spans(t, page)
}

// TestPlainPages: pages of the system that are no more than their text are read as text, and their
// documents keep the addresses of their links.
func TestPlainPages(t *testing.T) {
	for name, c := range map[string]struct {
		url, body string
		want      record.PageType
	}{
		"petition": {"https://democracy.example/mgEPetitionDisplay.aspx?Id=12", `<h1 class="mgMainTitleTxt">ePetition details</h1><div class="mgSubTitle"><h2 class="mgSubTitleTxt">Save the Bandstand</h2></div>
<div class="mgContent"><div class="mgWordPara"><p>We the undersigned petition the council to repair the bandstand.</p></div><p>Started by: Rose Tull</p><p>This ePetition ran from 01/02/2024 to 01/03/2024 and has now finished.</p></div>`, record.PagePetition},
		"legacy": {"https://democracy.example/ceListDocuments.aspx?MID=3776&RD=Minutes&DF=08%2f02%2f2011", `<h1 class="mgMainTitleTxt">Meeting documents</h1><div class="mgContent"><p>Parks Committee</p><p>Tuesday, 8th February, 2011</p><p>Present: Councillor Ivy Moss (Chair), Councillor Al Fern</p>
<p>12. Apologies</p><p>There were none.</p><p>13. Benches</p><p>RESOLVED - That £400 be spent on benches.</p><p><a href="documents/s1/Plan.pdf">Plan of the benches <span class="mgFileSize">PDF 12 KB</span></a></p></div>`, record.PageLegacyMinutes},
	} {
		t.Run(name, func(t *testing.T) {
			page, err := format.Parse(record.Document{URL: c.url, Bytes: []byte("<html><body><div id=\"modgov\">" + c.body + "</div></body></html>")})
			if err != nil {
				t.Fatal(err)
			}
			if page.Page.Type != c.want {
				t.Errorf("type %s, want %s", page.Page.Type, c.want)
			}
			spans(t, page)
			if c.want != record.PageLegacyMinutes {
				return
			}
			m := page.Meetings[0]
			if m.Date != "2011-02-08" || m.Committee != "Parks Committee" || len(m.Items) != 2 || len(m.Items[1].Documents) != 1 || m.Items[1].Documents[0].URL != "https://democracy.example/documents/s1/Plan.pdf" {
				t.Errorf("read %+v", m)
			}
		})
	}
}
