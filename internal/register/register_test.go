package register

import (
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
)

func load(t *testing.T) *Register {
	t.Helper()
	r, err := Load()
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func TestCouncils_Counts(t *testing.T) {
	got := map[Kind]int{}
	abolished, withoutGSS, withSystem := 0, 0, map[string]int{}
	for _, c := range load(t).Councils() {
		got[c.Kind]++
		withSystem[c.System]++
		if c.Abolished() {
			abolished++
		}
		if c.GSSCode == "" {
			withoutGSS++
		}
	}
	want := map[Kind]int{
		KindCounty: 27, KindNonMetropolitanDistrict: 204, KindMetropolitanDistrict: 36, KindLondonBorough: 32,
		KindCityOfLondon: 1, KindUnitary: 65, KindScottishUnitary: 32, KindWelshUnitary: 22, KindNIDistrict: 36,
		KindCombinedAuthority: 14, KindStrategicRegional: 1,
	}
	if d := cmp.Diff(want, got); d != "" {
		t.Errorf("councils by kind (-want +got):\n%s", d)
	}
	if abolished != 73 || withoutGSS != 25 {
		t.Errorf("abolished %d, without GSS code %d; want 73, 25", abolished, withoutGSS)
	}
	if d := cmp.Diff(map[string]int{SystemModernGov: 335, SystemCMIS: 34, "": 101}, withSystem); d != "" {
		t.Errorf("councils by system (-want +got):\n%s", d)
	}
}

func TestRegister_ByCode(t *testing.T) {
	r := load(t)
	tests := []struct{ code, name, slug, kind, system string }{
		{"E09000006", "London Borough of Bromley", "bromley", "LONDON_BOROUGH", SystemModernGov},
		{"E06000034", "Thurrock Council", "thurrock", "UNITARY", SystemModernGov},
		{"E09000014", "London Borough of Haringey", "haringey", "LONDON_BOROUGH", SystemModernGov},
		{"E09000023", "London Borough of Lewisham", "lewisham", "LONDON_BOROUGH", SystemModernGov},
		{"E10000034", "Worcestershire County Council", "worcestershire", "COUNTY", SystemModernGov},
		{"bry", "London Borough of Bromley", "bromley", "LONDON_BOROUGH", SystemModernGov},
		{" E08000020 ", "Gateshead Metropolitan Borough Council", "gateshead", "METROPOLITAN_DISTRICT", SystemModernGov},
	}
	for _, tt := range tests {
		c, ok := r.ByCode(tt.code)
		if !ok {
			t.Errorf("ByCode(%q): not found", tt.code)
			continue
		}
		if d := cmp.Diff([]string{tt.name, tt.slug, tt.kind, tt.system}, []string{c.Name, c.Slug, string(c.Kind), c.System}); d != "" {
			t.Errorf("ByCode(%q) (-want +got):\n%s", tt.code, d)
		}
	}
	for _, code := range []string{"", "E99999999", "bromley"} {
		if c, ok := r.ByCode(code); ok {
			t.Errorf("ByCode(%q) = %s, want none", code, c.Name)
		}
	}
}

// Where an abolished council and the one in being share a name, the one in being keeps the plain slug.
func TestRegister_BySlug(t *testing.T) {
	r := load(t)
	for slug, code := range map[string]string{
		"north-yorkshire": "NYE", "north-yorkshire-county-council": "NYK", "somerset": "SMT",
		"somerset-county-council": "SOM", "st-helens": "SHN", "newry-mourne-and-down": "NMD",
	} {
		if c, ok := r.BySlug(slug); !ok || c.Code != code {
			t.Errorf("BySlug(%q) = %q, %v; want %s", slug, c.Code, ok, code)
		}
	}
}

func TestCouncils_Dates(t *testing.T) {
	r := load(t)
	for _, c := range r.Councils() {
		for _, day := range []string{c.Start, c.End} {
			if day == "" {
				continue
			}
			if _, err := time.Parse(time.DateOnly, day); err != nil {
				t.Errorf("%s: %v", c.Code, err)
			}
		}
		if strings.HasPrefix(c.Start, "2005") {
			t.Errorf("%s starts %s: a date of coding, not of the council", c.Code, c.Start)
		}
		if len(c.Successors) > 0 && !c.Abolished() {
			t.Errorf("%s has successors and no end", c.Code)
		}
		for _, s := range c.Successors {
			next, _ := r.ByCode(s)
			if next.Start <= c.End {
				t.Errorf("%s ends %s, its successor %s begins %s", c.Code, c.End, next.Code, next.Start)
			}
		}
		if c.Slug != strings.ToLower(c.Slug) || strings.ContainsAny(c.Slug, " _/.'") {
			t.Errorf("%s: slug %q", c.Code, c.Slug)
		}
	}
	want := []string{"2023-04-01", "2023-03-31", "1965-04-01", ""}
	got := []string{}
	for _, code := range []string{"NYE", "NYK", "BRY"} {
		c, _ := r.ByCode(code)
		if code == "NYK" {
			got = append(got, c.End)
			continue
		}
		got = append(got, c.Start)
	}
	birmingham, _ := r.ByCode("BIR") // the two sources contradict each other
	if d := cmp.Diff(want, append(got, birmingham.Start)); d != "" {
		t.Errorf("days (-want +got):\n%s", d)
	}
}

func TestNew_Refuses(t *testing.T) {
	a := Council{Code: "AAA", Name: "Aldmere Council", Slug: "aldmere", GSSCode: "E1"}
	tests := map[string]struct {
		councils []Council
		want     string
	}{
		"same code":      {[]Council{a, {Code: "aaa", Name: "B", Slug: "b"}}, "code aaa belongs to both"},
		"same GSS code":  {[]Council{a, {Code: "BBB", Name: "B", Slug: "b", GSSCode: "E1"}}, "code E1 belongs to both"},
		"former is used": {[]Council{a, {Code: "BBB", Name: "B", Slug: "b", FormerGSSCodes: []string{"E1"}}}, "code E1 belongs to both"},
		"same slug":      {[]Council{a, {Code: "BBB", Name: "B", Slug: "aldmere"}}, "slug aldmere belongs to both"},
		"lost successor": {[]Council{{Code: "AAA", Name: "A", Slug: "a", Successors: []string{"ZZZ"}}}, "successor ZZZ is not"},
		"no slug":        {[]Council{{Code: "AAA", Name: "A"}}, "must be given"},
	}
	for name, tt := range tests {
		if _, err := New(tt.councils); err == nil || !strings.Contains(err.Error(), tt.want) {
			t.Errorf("%s: error %v, want %q", name, err, tt.want)
		}
	}
}

func TestRead_Errors(t *testing.T) {
	header := strings.Join(Columns(), ",") + "\n"
	for in, want := range map[string]string{
		"":               "read the header",
		"code,name\n":    "columns are",
		header + "A,B\n": "wrong number of fields",
		"# x\n" + header + "A,B,C,c,,,VILLAGE,,,,,,,,,,\n": `line 3: council A: unknown kind "VILLAGE"`,
	} {
		if _, err := Read(strings.NewReader(in)); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("Read(%q): error %v, want %q", in, err, want)
		}
	}
}

func TestWrite_ReadsBack(t *testing.T) {
	want := load(t).Councils()
	var b strings.Builder
	if err := Write(&b, want); err != nil {
		t.Fatal(err)
	}
	got, err := Read(strings.NewReader(b.String()))
	if err != nil {
		t.Fatal(err)
	}
	if d := cmp.Diff(want, got); d != "" {
		t.Error(d)
	}
}
