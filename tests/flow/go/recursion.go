package main

import "example.com/flowio"

func pad(text string, left int) string {
	if left <= 0 {
		return text
	}
	return pad(" "+text, left-1)
}

func count(text string, left int) string {
	if left <= 0 {
		return "done"
	}
	return count(text, left-1)
}

func run() {
	// ruleid: flow
	flowio.Sink(pad(flowio.Source(), 2))
	// ok: flow
	flowio.Sink(count(flowio.Source(), 2))
}
