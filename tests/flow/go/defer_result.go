package main

import "example.com/flowio"

func cleaned() (text string) {
	defer func() {
		text = flowio.Clean(text)
	}()
	return flowio.Source()
}

func kept() (text string) {
	defer func() {
		flowio.Clean(text)
	}()
	return flowio.Source()
}

func run() {
	// ok: flow
	flowio.Sink(cleaned())
	// ruleid: flow
	flowio.Sink(kept())
}
