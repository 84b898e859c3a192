package main

import (
	"fmt"
	"strings"

	"councilgraph/internal/register"
)

// join makes one council of each authority. Rows of the systems table without an authority are scraper
// entries for a council that is there already, and are left out.
func join(authorities, formerCodes, systems []row) ([]register.Council, error) {
	byCode := map[string]row{}
	for _, s := range systems {
		byCode[s["registry_code"]] = s
	}
	former := map[string][]string{}
	for _, f := range formerCodes {
		former[f["local-authority-code"]] = append(former[f["local-authority-code"]], f["gss-code"])
	}
	kinds := kindsByType()
	starts, slugs := startsByCode(authorities, byCode), slugsByCode(authorities)
	councils := make([]register.Council, 0, len(authorities))
	for _, a := range authorities {
		code := a["local-authority-code"]
		kind, ok := kinds[a["local-authority-type"]]
		if !ok {
			return nil, fmt.Errorf("council %s: type %q is not one that the register knows", code, a["local-authority-type"])
		}
		c := register.Council{
			Code: code, Name: a["official-name"], ShortName: a["nice-name"], Slug: slugs[code],
			GSSCode: a["gss-code"], Kind: kind, Nation: a["nation"], Region: a["region"],
			Start: starts[code], End: lastDay(a, starts), Successors: splitList(a["replaced-by"]),
			GOVUKSlug: a["gov-uk-slug"],
		}
		for _, g := range former[code] {
			if g != c.GSSCode {
				c.FormerGSSCodes = append(c.FormerGSSCodes, g)
			}
		}
		if s, ok := byCode[code]; ok && s["base_url"] != "" {
			if err := addAddress(&c, s["cms_type"], s["base_url"]); err != nil {
				return nil, fmt.Errorf("council %s: %w", code, err)
			}
		}
		councils = append(councils, c)
	}
	return councils, nil
}

func kindsByType() map[string]register.Kind {
	return map[string]register.Kind{
		"CTY": register.KindCounty, "NMD": register.KindNonMetropolitanDistrict,
		"MD": register.KindMetropolitanDistrict, "LBO": register.KindLondonBorough,
		"CC": register.KindCityOfLondon, "UA": register.KindUnitary,
		"SCO": register.KindScottishUnitary, "WPA": register.KindWelshUnitary,
		"NID": register.KindNIDistrict, "COMB": register.KindCombinedAuthority,
		"SRA": register.KindStrategicRegional,
	}
}

func splitList(cell string) []string {
	var out []string
	for part := range strings.SplitSeq(cell, ",") {
		if part = strings.TrimSpace(part); part != "" {
			out = append(out, part)
		}
	}
	return out
}
