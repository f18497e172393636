package main

import "example.com/flowio"

func audited() bool { return true }

func limit() int {
	return 7 * 6
}

func run() {
	text := flowio.Source()
	if !audited() {
		// ok: flow
		flowio.Sink(text)
	}
	if limit() > 40 {
		// ruleid: flow
		flowio.Sink(text)
	}
}
