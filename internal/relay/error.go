package relay

// Code is one of the closed list of error codes that a client can act on.
type Code string

// The codes of this package.
const (
	InvalidCursor     Code = "INVALID_CURSOR"
	InvalidPagination Code = "INVALID_PAGINATION"
	PageSizeExceeded  Code = "PAGE_SIZE_EXCEEDED"
	InvalidOrder      Code = "INVALID_ORDER"
	// DimensionLimitExceeded says that a list is grouped by too much.
	DimensionLimitExceeded Code = "DIMENSION_LIMIT_EXCEEDED"
	// NotGrouped says that a group's key was asked for what the list is not grouped by.
	NotGrouped Code = "NOT_GROUPED"
)

// Error is a mistake of the client, worded for the client.
type Error struct {
	Code    Code
	Message string
	Limit   int // 0 where the mistake is not about a limit
	Actual  int
}

func (e *Error) Error() string { return e.Message }
