package main

import "example.com/flowio"

func convert() {
	raw := []byte(flowio.Source())
	// ruleid: flow
	flowio.Sink(string(raw))
	fixed := []byte("fixed")
	// ok: flow
	flowio.Sink(string(fixed))
	// ruleid: flow
	flowio.Sink(string(append(fixed, raw...)))
}
