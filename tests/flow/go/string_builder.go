package main

import (
	"strings"

	"example.com/flowio"
)

func compose() {
	var page strings.Builder
	page.WriteString("<p>")
	page.WriteString(flowio.Source())
	// ruleid: flow
	flowio.Sink(page.String())
	var empty strings.Builder
	empty.WriteString("<p>")
	// ok: flow
	flowio.Sink(empty.String())
}
