// Package register knows every principal council of the United Kingdom, past and present: what it is
// called, which codes name it, when it began and ended, what replaced it, and under which hosts it publishes.
//
// The facts are the project's own data file, councils.csv; docs/register.md says where they come from.
package register

// Kind is the legal kind of a council.
type Kind string

// The kinds of council that the register tells apart.
const (
	KindCounty                  Kind = "COUNTY"
	KindNonMetropolitanDistrict Kind = "NON_METROPOLITAN_DISTRICT"
	KindMetropolitanDistrict    Kind = "METROPOLITAN_DISTRICT"
	KindLondonBorough           Kind = "LONDON_BOROUGH"
	KindCityOfLondon            Kind = "CITY_OF_LONDON"
	KindUnitary                 Kind = "UNITARY"
	KindScottishUnitary         Kind = "SCOTTISH_UNITARY"
	KindWelshUnitary            Kind = "WELSH_UNITARY"
	KindNIDistrict              Kind = "NI_DISTRICT"
	KindCombinedAuthority       Kind = "COMBINED_AUTHORITY"
	KindStrategicRegional       Kind = "STRATEGIC_REGIONAL_AUTHORITY"
)

// Kinds returns all kinds, in a fixed order.
func Kinds() []Kind {
	return []Kind{
		KindCounty, KindNonMetropolitanDistrict, KindMetropolitanDistrict, KindLondonBorough,
		KindCityOfLondon, KindUnitary, KindScottishUnitary, KindWelshUnitary, KindNIDistrict,
		KindCombinedAuthority, KindStrategicRegional,
	}
}

// The systems that councils publish their meetings with, as far as the register knows them.
const (
	SystemModernGov = "ModernGov"
	SystemCMIS      = "CMIS"
)

// Council is one council. What the sources do not say is "" or nil.
type Council struct {
	// Code is its code in the register of local authorities, such as BRY; unique.
	Code string
	// Name is the official name as registered, such as "London Borough of Bromley".
	Name string
	// ShortName is the name without the legal form, such as "Bromley".
	ShortName string
	// Slug is ShortName for use in addresses, such as bromley; unique.
	Slug string
	// GSSCode is the code of the Office for National Statistics, such as E09000006; unique where it is known.
	GSSCode string
	// FormerGSSCodes are GSS codes that the same council had before, oldest as listed by the source.
	FormerGSSCodes []string
	// Kind is the legal kind.
	Kind Kind
	// Nation is England, Scotland, Wales or Northern Ireland.
	Nation string
	// Region is the English region; elsewhere the nation.
	Region string
	// Start is the first day (2006-01-02) of the council in its present form.
	Start string
	// End is the last day of an abolished council, "" of one in being.
	End string
	// Successors are the register codes of the councils that took an abolished one's place.
	Successors []string
	// System is the system that its meetings are published with: SystemModernGov, SystemCMIS.
	System string
	// BaseURL is the address under which that system's pages stand, without a slash at its end.
	BaseURL string
	// Website is the council's own site, without a slash at its end.
	Website string
	// GOVUKSlug is the name by which GOV.UK's pages call the council, such as bristol for "City of Bristol".
	GOVUKSlug string
	// Hosts are the hosts known to carry its pages, lower case; some are shared with other councils.
	Hosts []string
}

// Abolished tells whether the council has ended.
func (c Council) Abolished() bool { return c.End != "" }
