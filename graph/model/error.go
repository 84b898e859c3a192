package model

// InputError is an argument that cannot be understood, worded for the client.
type InputError struct {
	Argument string
	Message  string
}

func (e *InputError) Error() string { return e.Message }
