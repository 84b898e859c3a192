package register

import (
	"fmt"
	"strings"
)

// Register finds councils. It does not change once made and may be used by many goroutines.
type Register struct {
	councils []Council
	byCode   map[string]int
	bySlug   map[string]int
	hosts    hostIndex
}

// New makes a register of the councils. Two councils under one code, GSS code or slug, and a successor
// that is not in the list, are errors.
func New(councils []Council) (*Register, error) {
	r := &Register{
		councils: councils,
		byCode:   make(map[string]int, 3*len(councils)),
		bySlug:   make(map[string]int, len(councils)),
		hosts:    newHostIndex(councils),
	}
	for i, c := range councils {
		if c.Code == "" || c.Name == "" || c.Slug == "" {
			return nil, fmt.Errorf("council %d (code %q, name %q, slug %q): code, name and slug must be given", i+1, c.Code, c.Name, c.Slug)
		}
		for _, code := range append([]string{c.Code, c.GSSCode}, c.FormerGSSCodes...) {
			if code == "" {
				continue
			}
			if other, taken := r.byCode[fold(code)]; taken {
				return nil, fmt.Errorf("code %s belongs to both %s and %s", code, councils[other].Name, c.Name)
			}
			r.byCode[fold(code)] = i
		}
		if other, taken := r.bySlug[c.Slug]; taken {
			return nil, fmt.Errorf("slug %s belongs to both %s and %s", c.Slug, councils[other].Name, c.Name)
		}
		r.bySlug[c.Slug] = i
	}
	for _, c := range councils {
		for _, s := range c.Successors {
			if _, ok := r.byCode[fold(s)]; !ok {
				return nil, fmt.Errorf("council %s: its successor %s is not in the register", c.Code, s)
			}
		}
	}
	return r, nil
}

// Load makes the register of the project's own list.
func Load() (*Register, error) {
	councils, err := Councils()
	if err != nil {
		return nil, err
	}
	return New(councils)
}

// Councils returns all councils in the order they were given. The caller must not change them.
func (r *Register) Councils() []Council { return r.councils }

// ByCode finds a council by its GSS code, a GSS code it had before, or its register code, in any case.
func (r *Register) ByCode(code string) (Council, bool) {
	i, ok := r.byCode[fold(code)]
	if !ok {
		return Council{}, false
	}
	return r.councils[i], true
}

// BySlug finds a council by its slug.
func (r *Register) BySlug(slug string) (Council, bool) {
	i, ok := r.bySlug[slug]
	if !ok {
		return Council{}, false
	}
	return r.councils[i], true
}

func fold(code string) string { return strings.ToUpper(strings.TrimSpace(code)) }
