package main

import "example.com/flowio"

func shadow(ready bool) {
	name := "outer"
	if ready {
		name := flowio.Source()
		// ruleid: flow
		flowio.Sink(name)
	}
	// ok: flow
	flowio.Sink(name)
}
