package printed

import (
	"net/url"
	"strings"
)

// Address is what a page's address says of it: the script that made it and the ids of its subject.
type Address struct {
	Script    string // lower case, without .asp or .aspx: ielistdocuments
	Committee string // CId
	Meeting   string // MId, MID, MeetingId
	Issue     string // IId
	Item      string // AIId, or ID of mgAi
	ID        string // ID
	Person    string // UID
}

// ReadAddress reads a page's or a link's address; what is none gives the zero Address.
func ReadAddress(raw string) Address {
	u, err := url.Parse(raw)
	if err != nil || raw == "" {
		return Address{}
	}
	script := strings.ToLower(u.Path[strings.LastIndexByte(u.Path, '/')+1:])
	a := Address{Script: strings.TrimSuffix(strings.TrimSuffix(script, ".aspx"), ".asp")}
	for name, values := range u.Query() {
		if len(values) == 0 {
			continue
		}
		switch v := values[0]; strings.ToLower(name) {
		case "cid", "committeeid":
			a.Committee = v
		case "mid", "meetingid":
			a.Meeting = v
		case "iid":
			a.Issue = v
		case "aiid":
			a.Item = v
		case "id":
			a.ID = v
		case "uid":
			a.Person = v
		}
	}
	if strings.Contains(strings.ToLower(u.Path), "/viewmeetingpublic/") {
		a.Script = "viewmeetingpublic"
	}
	switch a.Script {
	case "mgai":
		a.Item = a.ID
	case "mgcommitteedetails":
		a.Committee = a.ID
	case "mgmeetingattendance":
		a.Meeting = a.ID
	}
	return a
}

// ReadLink reads the address of a link, which can lead to an item's place on its meeting's page: #AI4711.
func ReadLink(raw string) Address {
	a := ReadAddress(raw)
	if a.Script != "ielistdocuments" || a.Item != "" {
		return a
	}
	if _, id, ok := strings.Cut(raw, "#AI"); ok && id != "" && strings.Trim(id, "0123456789") == "" {
		a.Item = id
	}
	return a
}
