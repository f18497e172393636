package main

import "example.com/flowio"

func history() {
	previous, current := "start", "start"
	for round := 0; round < 3; round++ {
		// ruleid: flow
		flowio.Sink(previous)
		previous = current
		current = flowio.Source()
	}
}

func noHistory() {
	for round := 0; round < 3; round++ {
		current := "start"
		// ok: flow
		flowio.Sink(current)
		current = flowio.Source()
	}
}
