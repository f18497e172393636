package main

import "example.com/flowio"

func stopEarly() {
	text := flowio.Source()
	panic("not ready")
	// ok: flow
	flowio.Sink(text)
}

func goesOn(ready bool) {
	text := flowio.Source()
	if !ready {
		return
	}
	// ruleid: flow
	flowio.Sink(text)
}
