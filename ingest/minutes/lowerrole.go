package minutes

// readLowerRole reads a role without capitals: "director of planning", "planning officer", "leader".
// The caller has seen "the" before it.
func readLowerRole(s string, ts []token, i int) (roleAt, bool) {
	j := i
	for j < len(ts) && j-i < 4 && ts[j].word && !officerRoleLower[ts[j].low] && !memberRoleLower[ts[j].low] {
		if !departmentLower[ts[j].low] && ts[j].low != "chief" && ts[j].low != "case" && ts[j].low != "monitoring" && ts[j].low != "presenting" && ts[j].low != "assistant" && ts[j].low != "democratic" && ts[j].low != "deputy" && ts[j].low != "town" && ts[j].low != "licensing" && ts[j].low != "principal" && ts[j].low != "senior" {
			return roleAt{}, false
		}
		j++
	}
	if j >= len(ts) || !officerRoleLower[ts[j].low] && !memberRoleLower[ts[j].low] {
		return roleAt{}, false
	}
	r := roleAt{first: i, heads: 1, before: j > i, lower: true, head: ts[j].low, kind: kindOfficer}
	if memberRoleLower[r.head] {
		r.kind = kindMember
	}
	j++
	if j < len(ts) && (roleThings[ts[j].low] || ts[j].low == "recommendation" || ts[j].text == "'" || ts[j].text == "’") {
		return roleAt{}, false
	}
	if j+1 < len(ts) && (ts[j].low == "of" || ts[j].low == "for") {
		if departmentLower[ts[j+1].low] {
			k := j + 1
			for k < len(ts) && departmentLower[ts[k].low] && k-j < 6 {
				k++
			}
			if ts[k-1].low == "and" {
				k--
			}
			r.tail, j = true, k
		} else if k := readDepartment(s, ts, j, r.head); k > j {
			r.tail, j = true, k
		}
	}
	r.next, r.from, r.to = j, ts[i].from, ts[j-1].to
	r.text = s[r.from:r.to]
	return r, true
}
