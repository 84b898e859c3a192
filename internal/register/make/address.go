package main

import (
	"fmt"
	"net/url"
	"path"
	"regexp"
	"strings"

	"golang.org/x/net/publicsuffix"

	"councilgraph/internal/register"
)

// systemPage is a page of ModernGov by its name: mgMemberIndex.aspx, ieListMeetings.aspx.
var systemPage = regexp.MustCompile(`(?i)^(mg|ie)[a-z]+\.aspx?$`)

// cmisPage is where the address of a CMIS page leaves the site's folder.
var cmisPage = regexp.MustCompile(`(?i)^(councillors|members|tabid$)|\.aspx$`)

// addAddress takes what a scraper's start address says: the host, the system, its base address, and the
// council's website where that is the host.
func addAddress(c *register.Council, cmsType, address string) error {
	u, err := url.Parse(address)
	if err != nil {
		return fmt.Errorf("address %q: %w", address, err)
	}
	if u.Hostname() == "" {
		return fmt.Errorf("address %q has no host", address)
	}
	host := strings.ToLower(u.Hostname())
	c.Hosts = []string{host}
	origin := u.Scheme + "://" + strings.ToLower(u.Host)
	folder := strings.TrimSuffix(u.Path, "/")
	switch {
	case systemPage.MatchString(path.Base(folder)):
		c.System, folder = register.SystemModernGov, strings.TrimSuffix(path.Dir(folder), "/")
		c.BaseURL = origin + folder
	case cmsType == register.SystemModernGov, strings.EqualFold(path.Base(folder), "moderngov"):
		// "Custom HTML" names the scraper, not the system, which the folder's name tells.
		c.System, c.BaseURL = register.SystemModernGov, origin+folder
	case cmsType == register.SystemCMIS:
		c.System, c.BaseURL = register.SystemCMIS, origin+upTo(folder)
	}
	// An address without a folder may be a host that carries the meetings and nothing else.
	if u.Path == "" || u.Path == "/" {
		return nil
	}
	if domain, err := publicsuffix.EffectiveTLDPlusOne(host); err == nil && (host == "www."+domain || host == domain) {
		c.Website = origin
	}
	return nil
}

// upTo cuts a CMIS path before the first part that is a page.
func upTo(p string) string {
	parts := strings.Split(p, "/")
	for i, part := range parts {
		if cmisPage.MatchString(part) {
			return strings.Join(parts[:i], "/")
		}
	}
	return p
}
