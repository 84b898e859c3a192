package fetch

import (
	"crypto/tls"
	"crypto/x509"
	"crypto/x509/pkix"
	"errors"
	"fmt"
	"strings"
	"time"
)

// brokenChain words why a site's certificate cannot be trusted, with the chain that the site sent; nil where err is
// about something else.
func brokenChain(host string, err error) error {
	var verify *tls.CertificateVerificationError
	if !errors.As(err, &verify) || len(verify.UnverifiedCertificates) == 0 {
		return nil
	}
	sent := verify.UnverifiedCertificates
	leaf, last := sent[0], sent[len(sent)-1]
	names := make([]string, len(sent))
	for i, c := range sent {
		names[i] = nameOf(c)
	}
	chain := strings.Join(names, ", issued by ")
	var wrongHost x509.HostnameError
	var invalid x509.CertificateInvalidError
	var unknown x509.UnknownAuthorityError
	switch {
	case errors.As(err, &wrongHost):
		return fmt.Errorf("%w: it is for %s and not for %s", ErrTLS, strings.Join(leaf.DNSNames, ", "), host)
	case errors.As(err, &invalid) && invalid.Reason == x509.Expired:
		c := leaf
		if invalid.Cert != nil {
			c = invalid.Cert
		}
		return fmt.Errorf("%w: that of %q is valid from %s to %s", ErrTLS, nameOf(c), c.NotBefore.Format(time.DateOnly), c.NotAfter.Format(time.DateOnly))
	case errors.As(err, &unknown):
		return fmt.Errorf("%w: the site sends %q, which %q is said to have issued; that issuer is neither sent nor known here, so the chain is broken behind it", ErrTLS, chain, called(last.Issuer))
	}
	return fmt.Errorf("%w: the site sends %q (%w)", ErrTLS, chain, verify.Err)
}

// nameOf is what a certificate is called.
func nameOf(c *x509.Certificate) string {
	if name := called(c.Subject); name != "" {
		return name
	}
	return strings.Join(c.DNSNames, ", ")
}

// called is the usual name of whom a certificate speaks of.
func called(n pkix.Name) string {
	switch {
	case n.CommonName != "":
		return n.CommonName
	case len(n.Organization) > 0:
		return n.Organization[0]
	}
	return n.String()
}
