package moderngovxml

import "errors"

// What the web service answers instead of a list or a meeting. Parse wraps these with what was seen.
var (
	// ErrNoAnswer is for a web page, a script or an error message in place of an answer.
	ErrNoAnswer = errors.New("not an answer of the council's web service")
	// ErrFault is for the service's own report that it failed.
	ErrFault = errors.New("the council's web service reports a fault")
	// ErrNothingListed is for an answer that is well formed and holds nothing. It is no statement that the
	// council has no councillors, committees or meetings: the services answer so when they are misused.
	ErrNothingListed = errors.New("the council's web service lists nothing")
	// ErrUnknownAnswer is for an answer of an operation that is not read.
	ErrUnknownAnswer = errors.New("no operation of the web service that is read")
	// ErrNotForDisplay is for a meeting that its council marks as not to be shown.
	ErrNotForDisplay = errors.New("the council does not allow the meeting to be shown")
	// ErrMalformed is for XML that cannot be read: cut off, too deep, not closed.
	ErrMalformed = errors.New("the XML cannot be read")
)
