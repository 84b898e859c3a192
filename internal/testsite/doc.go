// Package testsite is a made-up council that publishes its records as ModernGov does, on a loopback address: the
// web service, the pages, documents; for tests of harvesting.
//
// A site is the same for the same seed. What it publishes is known (Truth), it can go wrong on request (Fault),
// and its council can publish, correct, move and withdraw records while it runs. It writes down every request
// with its time, so that the pace of a harvest is measured where it is felt.
//
// The shapes are those of captured answers and pages; names, places and business are invented.
package testsite
