package link

import (
	"slices"
	"strings"
)

// fit is how well a name fits a person's name.
type fit int

const (
	unfit   fit = iota
	inPart      // half of a double-barrelled surname, a second given name: enough for doubt, not for an answer
	loose       // a form of the other that has an initial more: "M P Ordway" of Mark Ordway
	fitting     // a shorter or longer way to write the other
	exact
)

// fits says how well a short name fits a fuller one. Sexes and capacities are not looked at.
func fits(short, long *name) fit {
	if short.key == long.key {
		return exact
	}
	if short.suffix != "" && short.suffix != long.suffix {
		return unfit
	}
	if short.surname == 0 {
		return surnameFits(short.words, long)
	}
	if !slices.Equal(short.words[short.surname:], long.words[long.surname:]) {
		return unevenFit(short, long)
	}
	if long.surname == 0 {
		return unfit
	}
	return givenFits(short.given(), long.given())
}

// surnameFits says how well a surname fits a name.
func surnameFits(surname []string, long *name) fit {
	n := len(long.words)
	if len(surname) > n || !slices.Equal(surname, long.words[n-len(surname):]) {
		if m := long.words[long.surname:]; len(surname) < len(m) && slices.Equal(surname, m[:len(surname)]) {
			return inPart // the first half of it
		}
		return unfit
	}
	switch from := n - len(surname); {
	case from == long.surname:
		return fitting
	case from < long.surname && from > 0 && !isInitial(long.words[from]):
		return fitting // "Lloyd-Jones" of Sian Lloyd Jones
	case from > long.surname:
		return inPart // "Wright" of Ann Smith-Wright
	}
	return unfit
}

// unevenFit says how well a name fits one whose surname has another length: "Lloyd Jones" of Sian Lloyd-Jones, "Ann Wright"
// of Ann Smith-Wright.
func unevenFit(short, long *name) fit {
	if s, l := len(short.words), len(long.words); s < l && slices.Equal(short.words, long.words[l-s:]) && l-s <= long.surname {
		if isInitial(short.words[0]) {
			return unfit
		}
		return fitting
	}
	a, b := short.words[short.surname:], long.words[long.surname:]
	if len(a) > len(b) {
		a, b = b, a
	}
	half := slices.Equal(a, b[len(b)-len(a):]) || slices.Equal(a, b[:len(a)])
	if half && long.surname > 0 && givenFits(short.given(), long.given()) != unfit {
		return inPart
	}
	return unfit
}

// givenFits says how well given names fit others in their order: equal, or an initial for a name, as far as both go.
func givenFits(a, b []string) fit {
	for i := range min(len(a), len(b)) {
		if !alike(a[i], b[i]) {
			if i == 0 && len(b) > 1 && slices.ContainsFunc(b[1:], func(w string) bool { return alike(a[0], w) && len(a) == 1 }) {
				return inPart // known by a second name
			}
			return unfit
		}
	}
	if len(a) > len(b) {
		return loose
	}
	return fitting
}

// alike says whether two given names can be one: equal, or one the other's initial.
func alike(a, b string) bool {
	if a == b {
		return true
	}
	return isInitial(a) && strings.HasPrefix(b, a) || isInitial(b) && strings.HasPrefix(a, b)
}

// saysMore says whether a says more than b, of which it is a form: more letters of given names.
func saysMore(a, b *name) bool {
	if len(a.given()) != len(b.given()) {
		return len(a.given()) > len(b.given())
	}
	return len(strings.Join(a.given(), "")) > len(strings.Join(b.given(), ""))
}
