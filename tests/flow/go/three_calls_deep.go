package main

import "example.com/flowio"

func outer(text string) string { return middle("<" + text + ">") }

func middle(text string) string { return inner(text, "end") }

func inner(text, last string) string { return text + last }

func run() {
	// ruleid: flow
	flowio.Sink(outer(flowio.Source()))
	// ok: flow
	flowio.Sink(outer("fixed"))
}
