package printed

import "councilgraph/internal/regexp"

// CutMark is what the system prints where it leaves out the rest of long minutes.
var CutMark = regexp.MustCompile(`(?i)[\s\x{a0}]*(?:\.\.\.|…)[\s\x{a0}]*(?:view[\s\x{a0}]+the[\s\x{a0}]+full[\s\x{a0}]+(?:(?:minutes|decision|agenda|description)[\s\x{a0}]+)?text for item|gweld testun llawn y (?:cofnodion|penderfyniad) ar gyfer eitem)\b[\s\x{a0}]*[0-9A-Za-z.()]*`)
