package moderngovxml_test

import (
	"errors"
	"strings"
	"testing"

	"councilgraph/ingest/format/moderngovxml"
	"councilgraph/ingest/record"
)

// service is an address at which an answer of the web service is due.
const service = "https://democracy.mootham.example/mgWebService.asmx/GetCouncillorsByWard"

// TestRefused: what comes in place of an answer is an error of its own kind that says what was seen.
func TestRefused(t *testing.T) {
	for name, c := range map[string]struct {
		text string
		want error
		seen string
	}{
		"script that redirects": {"<!-- start -->\r\n<script type=\"text/javascript\">window.location = \"https://\" + h;</script>", moderngovxml.ErrNoAnswer, "sends the browser to another address"},
		"other script":          {"<script>go()</script>", moderngovxml.ErrNoAnswer, "a script"},
		"error page":            {"<!DOCTYPE html PUBLIC \"-//W3C//DTD XHTML 1.0 Strict//EN\"\n\"x.dtd\">\n<html><head><title>\n\tRuntime &amp;\nError</title></head></html>", moderngovxml.ErrNoAnswer, `"Runtime & Error"`},
		"page without title":    {"<html><body><p>Gone.</p></body></html>", moderngovxml.ErrNoAnswer, "<html>"},
		"plain error":           {"System.InvalidOperationException: Missing parameter: lMeetingId.\n   at System.Web", moderngovxml.ErrNoAnswer, "Missing parameter: lMeetingId."},
		"json":                  {`{"Message":"Authorisation has been denied"}`, moderngovxml.ErrNoAnswer, "denied"},
		"fault":                 {`<soap:Envelope xmlns:soap="s"><soap:Body><soap:Fault><faultcode>soap:Server</faultcode><faultstring>Server was unable to process request. Timeout expired.</faultstring></soap:Fault></soap:Body></soap:Envelope>`, moderngovxml.ErrFault, "Timeout expired."},
		"fault of SOAP 1.2":     {`<e:Envelope xmlns:e="s"><e:Body><e:Fault><e:Code><e:Value>e:Receiver</e:Value></e:Code><e:Reason><e:Text xml:lang="en">Too busy.</e:Text></e:Reason></e:Fault></e:Body></e:Envelope>`, moderngovxml.ErrFault, "Too busy."},
		"empty envelope":        {`<Envelope><Body> </Body></Envelope>`, moderngovxml.ErrNothingListed, "no content"},
		"empty result":          {`<Envelope><Body><GetCommitteesResponse><GetCommitteesResult>  </GetCommitteesResult></GetCommitteesResponse></Body></Envelope>`, moderngovxml.ErrNothingListed, "getcommitteesresult"},
		"message as result":     {`<string xmlns="x">No access</string>`, moderngovxml.ErrNoAnswer, "No access"},
		"no wards":              {"<councillorsbyward>\n  <wards>\n  </wards>\n</councillorsbyward>", moderngovxml.ErrNothingListed, "0 wards and no councillor"},
		"wards without people":  {"<councillorsbyward><wards><ward><wardtitle>Quay</wardtitle><councillors/></ward></wards></councillorsbyward>", moderngovxml.ErrNothingListed, "1 wards and no councillor"},
		"only vacancies":        {"<councillorsbyward><wards><ward><councillors><councillor><fullusername>Vacancy</fullusername></councillor></councillors></ward></wards></councillorsbyward>", moderngovxml.ErrNothingListed, "none of the 1 seats"},
		"no committees":         {"<committees><committeescount> 0</committeescount></committees>", moderngovxml.ErrNothingListed, "no committee"},
		"no meetings":           {"<getmeetingsbydate><meetingscount> 0</meetingscount><meetings>\n</meetings></getmeetingsbydate>", moderngovxml.ErrNothingListed, "dd/mm/yyyy"},
		"counted, not listed":   {"<getmeetings><meetingscount> 31</meetingscount><committeescount> 4</committeescount></getmeetings>", moderngovxml.ErrNothingListed, "counts 31 meetings and holds none"},
		"no such meeting":       {"<meeting><meetingid>0</meetingid><agendaitems/></meeting>", moderngovxml.ErrNothingListed, "no meeting of this id"},
		"no such election":      {"<election />", moderngovxml.ErrNothingListed, "no election of this id"},
		"no members":            {"<memberlist><members/></memberlist>", moderngovxml.ErrNothingListed, "no member"},
		"not for display":       {"<meeting><meetingid>7</meetingid><meetingdate>01/02/2024</meetingdate><isdisplayallowed>False</isdisplayallowed></meeting>", moderngovxml.ErrNotForDisplay, "meeting 7 of 2024-02-01"},
		"other operation":       {"<attachment><attachmentdetails/></attachment>", moderngovxml.ErrUnknownAnswer, "<attachment>"},
		"cut off":               {"<committees><committee><committeeid>1</committeeid>", moderngovxml.ErrMalformed, "ends within <committee>"},
		"crossed":               {"<committees><committee></committees></committee>", moderngovxml.ErrMalformed, "</committees> stands where <committee> is open"},
		"deep":                  {"<committees>" + strings.Repeat("<a>", 100) + strings.Repeat("</a>", 100) + "</committees>", moderngovxml.ErrMalformed, "more than 40 deep"},
		"two roots":             {"<committees></committees><committees></committees>", moderngovxml.ErrMalformed, "2 roots"},
	} {
		t.Run(name, func(t *testing.T) {
			_, mine, err := moderngovxml.Parse(c.text, record.Document{URL: service})
			if !mine || !errors.Is(err, c.want) {
				t.Fatalf("mine %v, got %v, want %v", mine, err, c.want)
			}
			if !strings.Contains(err.Error(), c.seen) {
				t.Errorf("%q does not say %q", err, c.seen)
			}
		})
	}
}

// TestNotMine: pages that are no answers of the service, and do not claim to be, are left to other formats.
func TestNotMine(t *testing.T) {
	for name, c := range map[string]struct {
		text string
		doc  record.Document
	}{
		"text":        {"Agenda item\n\nMinutes:\n", record.Document{Name: "page.txt"}},
		"HTML":        {"<html><head><title>Agenda item</title></head></html>", record.Document{URL: "https://democracy.mootham.example/mgAi.aspx?ID=1", MediaType: "text/html"}},
		"other XML":   {"<rss><channel/></rss>", record.Document{URL: "https://democracy.mootham.example/mgRss.aspx"}},
		"other text":  {"<string>Agenda</string>", record.Document{}},
		"other reply": {"<response><status>ok</status></response>", record.Document{}},
	} {
		t.Run(name, func(t *testing.T) {
			if _, mine, err := moderngovxml.Parse(c.text, c.doc); mine || err != nil {
				t.Errorf("mine %v, error %v", mine, err)
			}
		})
	}
}

// TestKnownByContent: an answer needs neither its address nor its file's name.
func TestKnownByContent(t *testing.T) {
	page, mine, err := moderngovxml.Parse("\ufeff<?xml version=\"1.0\"?><!-- a --><COMMITTEES><committee><committeetitle>Council</committeetitle></committee></COMMITTEES>", record.Document{Council: "MOO"})
	if err != nil || !mine || page.Page.Type != record.PageCommittees || page.Council.Code != "MOO" {
		t.Errorf("mine %v, error %v, page %+v", mine, err, page.Page)
	}
}
