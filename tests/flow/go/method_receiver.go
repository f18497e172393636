package main

import "example.com/flowio"

type note struct {
	text string
}

func (n note) rewritten(text string) note {
	n.text = text
	return n
}

func rewrite() {
	first := note{text: "first"}
	second := first.rewritten(flowio.Source())
	// ok: flow
	flowio.Sink(first.text)
	// ruleid: flow
	flowio.Sink(second.text)
}
