package main

import "example.com/flowio"

func windows() {
	all := []string{"a", "b", "c"}
	tail := all[1:]
	tail[0] = flowio.Source()
	// ruleid: flow
	flowio.Sink(all[1])
	// ok: flow
	flowio.Sink(all[0])
	own := make([]string, 3)
	copy(own, all)
	own[2] = flowio.Source()
	// ruleid: flow
	flowio.Sink(own[1])
	// ok: flow
	flowio.Sink(all[2])
}
