package main

import "example.com/flowio"

func grid() {
	first := [2]string{"left", "right"}
	second := first
	second[0] = flowio.Source()
	// ok: flow
	flowio.Sink(first[0])
	// ruleid: flow
	flowio.Sink(second[0])
	// ok: flow
	flowio.Sink(second[1])
}
