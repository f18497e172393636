package main

import "example.com/flowio"

func measure() (string, string) {
	return flowio.Source(), "cm"
}

func report() {
	length, unit := measure()
	// ruleid: flow
	flowio.Sink(length)
	// ok: flow
	flowio.Sink(unit)
	length, unit = unit, length
	// ok: flow
	flowio.Sink(length)
	// ruleid: flow
	flowio.Sink(unit)
}
