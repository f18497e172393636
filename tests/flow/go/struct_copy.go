package main

import "example.com/flowio"

type coin struct {
	mark string
}

func duplicate() {
	first := coin{mark: "plain"}
	second := first
	second.mark = flowio.Source()
	// ok: flow
	flowio.Sink(first.mark)
	// ruleid: flow
	flowio.Sink(second.mark)
}
