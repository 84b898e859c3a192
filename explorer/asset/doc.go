// Package asset serves files that are part of the program: packed once, sent as they are packed, and told apart by their bytes.
package asset
