package main

import "example.com/flowio"

func framed(text string) string {
	return "[" + text + "]"
}

func run() {
	typed := framed(flowio.Source())
	fixed := framed("fixed")
	// ruleid: flow
	flowio.Sink(typed)
	// ok: flow
	flowio.Sink(fixed)
}
