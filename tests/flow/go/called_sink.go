package main

import "example.com/flowio"

func print(text, copies string) {
	// ruleid: flow
	flowio.Sink(text)
	// ok: flow
	flowio.Sink(copies)
}

func run() {
	print(flowio.Source(), "2")
}
