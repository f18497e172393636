package main

import (
	"bytes"
	"fmt"

	"example.com/flowio"
)

func compose() {
	var buffer bytes.Buffer
	fmt.Fprintf(&buffer, "<p>%s</p>", flowio.Source())
	// ruleid: flow
	flowio.Sink(buffer.String())
	buffer.Reset()
	buffer.WriteString("empty")
	// ok: flow
	flowio.Sink(buffer.String())
}
