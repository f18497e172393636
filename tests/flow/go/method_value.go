package main

import "example.com/flowio"

type stamp struct {
	text string
}

func (s stamp) put(on string) string {
	return s.text + on
}

func run() {
	odd := stamp{text: flowio.Source()}.put
	usual := stamp{text: "fixed "}.put
	// ruleid: flow
	flowio.Sink(odd("paper"))
	// ok: flow
	flowio.Sink(usual("paper"))
}
