package table

import (
	"bytes"
	"encoding/csv"
	"strconv"
	"strings"
)

// MediaType is that of CSV.
const MediaType = "text/csv; charset=utf-8"

// CSV writes a table by RFC 4180 in UTF-8, with a byte order mark, which spreadsheets want. No cell of it is run as a formula.
func CSV(head []string, rows [][]string) []byte {
	var out bytes.Buffer
	out.WriteString("\uFEFF")
	w := csv.NewWriter(&out)
	w.UseCRLF = true
	_ = w.Write(head) // to memory
	for _, row := range rows {
		safe := make([]string, len(row))
		for i, cell := range row {
			safe[i] = harmless(cell)
		}
		_ = w.Write(safe)
	}
	w.Flush()
	return out.Bytes()
}

// harmless puts an apostrophe before a text that a spreadsheet would run as a formula. A number stays one, even below zero.
func harmless(cell string) string {
	if cell == "" || !strings.ContainsRune("=+-@\t\r\n", rune(cell[0])) {
		return cell
	}
	if _, err := strconv.ParseFloat(cell, 64); err == nil && cell[0] == '-' {
		return cell
	}
	return "'" + cell
}
