package record

import (
	"net/url"
	"strings"
)

// Subject is what the address of a page says that it is about, in the source's own numbers; "" for what it does not say.
type Subject struct {
	Committee, Meeting, Item string
}

// SubjectOf reads the address of a page of ModernGov or of its web service.
func SubjectOf(address string) Subject {
	u, err := url.Parse(CanonicalURL(address))
	if err != nil {
		return Subject{}
	}
	q := map[string]string{}
	for name, values := range u.Query() {
		if v := strings.TrimSpace(values[0]); v != "0" { // 0 stands for all
			q[strings.ToLower(name)] = v
		}
	}
	s := Subject{Committee: q["cid"], Meeting: q["mid"], Item: q["aiid"]}
	switch last := strings.ToLower(u.Path[strings.LastIndexByte(u.Path, '/')+1:]); last {
	case "getmeetings":
		return Subject{Committee: q["lcommitteeid"]}
	case "getmeeting":
		return Subject{Meeting: q["lmeetingid"]}
	case "mgcommitteedetails.aspx", "mgcommitteemailinglist.aspx":
		return Subject{Committee: q["id"]}
	case "mgmeetingattendance.aspx":
		return Subject{Meeting: q["id"]}
	case "mgai.aspx":
		return Subject{Item: q["id"]}
	case "ielistdocuments.aspx", "ielistmeetings.aspx", "celistdocuments.aspx", "ieagenda.aspx":
		return s
	}
	return Subject{}
}
