package main

import "example.com/flowio"

type reply struct {
	body string
}

func fill(target *reply, text string) {
	target.body = text
}

func fillCopy(target reply, text string) {
	target.body = text
}

func respond() {
	var answer reply
	fillCopy(answer, flowio.Source())
	// ok: flow
	flowio.Sink(answer.body)
	fill(&answer, flowio.Source())
	// ruleid: flow
	flowio.Sink(answer.body)
}
