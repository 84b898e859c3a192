package testsite

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"
)

// What a council does to its records while a site runs. Each method names its subject by the id that the site
// shows, and panics on an id that is not there: that is a mistake of the test.

// PublishMinutes publishes the minutes of a meeting, which counts as held from then on.
func (s *Site) PublishMinutes(id string) {
	s.change(func() {
		m := s.mustMeeting(id)
		m.held, m.minuted = true, true
	})
}

// Correct changes the words of an item's last resolution.
func (s *Site) Correct(item, words string) {
	s.change(func() {
		it := s.mustItem(item)
		it.resolved[len(it.resolved)-1] = words
	})
}

// Move puts a meeting on another day, at the same hour.
func (s *Site) Move(id string, day time.Time) {
	s.change(func() {
		m := s.mustMeeting(id)
		m.at = time.Date(day.Year(), day.Month(), day.Day(), m.at.Hour(), m.at.Minute(), 0, 0, time.UTC)
	})
}

// WithdrawMeeting takes a meeting with all its pages off the site.
func (s *Site) WithdrawMeeting(id string) { s.change(func() { s.mustMeeting(id).withdrawn = true }) }

// WithdrawDecision takes a decision off the site.
func (s *Site) WithdrawDecision(id string) {
	s.change(func() {
		for _, d := range s.world.decisions {
			if d.id == id && !d.withdrawn {
				d.withdrawn = true
				return
			}
		}
		panic("no decision " + id)
	})
}

// WithdrawIssue takes an issue off the site; the items stay.
func (s *Site) WithdrawIssue(id string) {
	s.change(func() {
		for _, is := range s.world.issues {
			if is.id == id && !is.withdrawn {
				is.withdrawn = true
				return
			}
		}
		panic("no issue " + id)
	})
}

// Renumber gives a meeting another id and answers it; the old one leads nowhere.
func (s *Site) Renumber(id string) (renumbered string) {
	s.change(func() {
		m := s.mustMeeting(id)
		m.id = strconv.Itoa(6000 + len(s.requests)%1000 + slices.Index(s.world.meetings, m))
		renumbered = m.id
	})
	return renumbered
}

// Split makes two items of one that has two resolutions, and answers the new one's id: it takes the second
// resolution, and comes last on the agenda.
func (s *Site) Split(item string) (id string) {
	s.change(func() {
		m, it := s.world.itemByID(item)
		if it == nil || len(it.resolved) < 2 {
			panic("no item with two resolutions " + item)
		}
		last, err := strconv.Atoi(m.items[len(m.items)-1].number)
		if err != nil {
			panic(err)
		}
		part := s.world.newItem(last+1, "Progress Reports")
		part.told, part.mover, part.seconder = it.told, it.mover, it.seconder
		part.resolved, it.resolved = it.resolved[1:], it.resolved[:1]
		m.items = append(m.items, part)
		id = part.id
	})
	return id
}

// RepeatDocuments lists every document of an item twice, as sites do. The truth stays: they are the same documents.
func (s *Site) RepeatDocuments(item string) {
	s.change(func() { s.mustItem(item).repeated = true })
}

// Rename puts the system under another path; the old one leads nowhere.
func (s *Site) Rename(base string) {
	s.change(func() { s.base = strings.TrimRight(base, "/") })
}

// SwitchService switches the web service on or off.
func (s *Site) SwitchService(on bool) { s.change(func() { s.options.ServiceOff = !on }) }

// Find is the id of the first item that is minuted, of a meeting held, and has so many resolutions; and of its meeting.
func (s *Site) Find(resolutions int) (meeting, item string) {
	s.change(func() {
		for _, m := range s.world.published() {
			for _, it := range m.items {
				if m.minuted && len(it.resolved) == resolutions && len(it.votes) == 0 {
					meeting, item = m.id, it.id
					return
				}
			}
		}
		panic(fmt.Sprintf("no item with %d resolutions", resolutions))
	})
	return meeting, item
}

// Unminuted are the ids of the meetings that were held and whose minutes are not published.
func (s *Site) Unminuted() (ids []string) {
	s.change(func() {
		for _, m := range s.world.published() {
			if m.held && !m.minuted {
				ids = append(ids, m.id)
			}
		}
	})
	return ids
}

func (s *Site) change(do func()) {
	s.mu.Lock()
	defer s.mu.Unlock()
	do()
}

func (s *Site) mustMeeting(id string) *meeting {
	m := s.world.meetingByID(id)
	if m == nil {
		panic("no meeting " + id)
	}
	return m
}

func (s *Site) mustItem(id string) *item {
	_, it := s.world.itemByID(id)
	if it == nil {
		panic("no item " + id)
	}
	return it
}
