package main

import "example.com/flowio"

func guarded(known bool) {
	typed := flowio.Source()
	if !known {
		typed = "unknown"
		// ok: flow
		flowio.Sink(typed)
		return
	}
	// ruleid: flow
	flowio.Sink(typed)
}
