package main

import "example.com/flowio"

func gather() {
	found, missed := "", ""
	visit := func(word string) {
		found = word
	}
	visit(flowio.Source())
	// ruleid: flow
	flowio.Sink(found)
	// ok: flow
	flowio.Sink(missed)
}
