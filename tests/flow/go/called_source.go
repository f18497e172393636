package main

import "example.com/flowio"

func ask(prompt string) string {
	return prompt + flowio.Source()
}

func tell(prompt string) string {
	flowio.Source()
	return prompt
}

func run() {
	// ruleid: flow
	flowio.Sink(ask("name? "))
	// ok: flow
	flowio.Sink(tell("name? "))
}
