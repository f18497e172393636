package main

import "example.com/flowio"

func late() {
	state := "open"
	defer func() {
		// ruleid: flow
		flowio.Sink(state)
	}()
	// ok: flow
	defer flowio.Sink(state)
	state = flowio.Source()
}
