package main

import "example.com/flowio"

func tagger(tag string) func(string) string {
	return func(text string) string {
		return "<" + tag + ">" + text
	}
}

func mark() {
	odd := tagger(flowio.Source())
	bold := tagger("b")
	// ruleid: flow
	flowio.Sink(odd("word"))
	// ok: flow
	flowio.Sink(bold("word"))
}
