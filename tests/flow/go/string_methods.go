package main

import (
	"strings"

	"example.com/flowio"
)

func tidy() {
	typed := flowio.Source()
	// ruleid: flow
	flowio.Sink(strings.ToUpper(strings.TrimSpace(typed)))
	// ruleid: flow
	flowio.Sink(strings.ReplaceAll(typed, "\"", ""))
	// ruleid: flow
	flowio.Sink(strings.Join(strings.Split(typed, ","), " "))
	// ruleid: flow
	flowio.Sink(typed[2:14])
	// ok: flow
	flowio.Sink(strings.ToUpper("fixed"))
}
