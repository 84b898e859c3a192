package fetch

import "errors"

// The reasons why a page of a live site cannot be had. errors.Is tells them apart.
var (
	ErrBadAddress = errors.New("this is no address of a web page: write it as https://democracy.example.gov.uk")
	ErrGone       = errors.New("the site has no such page")
	ErrRefused    = errors.New("the site refuses this page to programs: ask the council for access, or fetch it by hand")
	ErrBusy       = errors.New("the site is too busy: try again later, or more slowly")
	ErrSite       = errors.New("the site fails: try again later")
	ErrSlow       = errors.New("the site does not answer in time: try again later")
	ErrRobots     = errors.New("robots.txt does not allow this page")
	ErrNoRobots   = errors.New("robots.txt cannot be read, so nothing is asked of this site: try again later")
	ErrRedirects  = errors.New("the site leads from one address to the next without end")
	ErrTLS        = errors.New("the site's certificate cannot be trusted")
	ErrPrivate    = errors.New("this is a private or loopback address, which is not asked unless that is allowed")
)
