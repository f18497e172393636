package main

import "example.com/flowio"

func discard() {
	draft := flowio.Source()
	draft = "empty"
	// ok: flow
	flowio.Sink(draft)
}

func retain() {
	draft := "empty"
	draft = flowio.Source()
	// ruleid: flow
	flowio.Sink(draft)
}
