package main

import "example.com/flowio"

func pass(text string) string {
	return flowio.Clean(text)
}

func look(text string) string {
	flowio.Clean(text)
	return text
}

func run() {
	// ok: flow
	flowio.Sink(pass(flowio.Source()))
	// ruleid: flow
	flowio.Sink(look(flowio.Source()))
}
