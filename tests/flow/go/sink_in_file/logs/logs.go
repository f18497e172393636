package logs

import "example.com/flowio"

// Warn writes the text as it is.
func Warn(text string) {
	// ruleid: flow
	flowio.Sink(text)
}

// WarnQuietly writes the text without what could harm.
func WarnQuietly(text string) {
	// ok: flow
	flowio.Sink(flowio.Clean(text))
}
