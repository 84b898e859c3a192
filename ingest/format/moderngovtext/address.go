package moderngovtext

import (
	"net/url"
	"strings"
)

// address is what a page's address says of it: the script that made it and the ids of its subject.
type address struct {
	script    string // lower case, without .asp or .aspx: ielistdocuments
	committee string // CId
	meeting   string // MId, MID, MeetingId
	issue     string // IId
	item      string // AIId, or ID of mgAi
	id        string // ID
	person    string // UID
}

func readAddress(raw string) address {
	u, err := url.Parse(raw)
	if err != nil || raw == "" {
		return address{}
	}
	script := strings.ToLower(u.Path[strings.LastIndexByte(u.Path, '/')+1:])
	a := address{script: strings.TrimSuffix(strings.TrimSuffix(script, ".aspx"), ".asp")}
	for name, values := range u.Query() {
		if len(values) == 0 {
			continue
		}
		switch v := values[0]; strings.ToLower(name) {
		case "cid", "committeeid":
			a.committee = v
		case "mid", "meetingid":
			a.meeting = v
		case "iid":
			a.issue = v
		case "aiid":
			a.item = v
		case "id":
			a.id = v
		case "uid":
			a.person = v
		}
	}
	if strings.Contains(strings.ToLower(u.Path), "/viewmeetingpublic/") {
		a.script = "viewmeetingpublic"
	}
	switch a.script {
	case "mgai":
		a.item = a.id
	case "mgcommitteedetails":
		a.committee = a.id
	case "mgmeetingattendance":
		a.meeting = a.id
	}
	return a
}
