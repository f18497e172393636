package main

import "example.com/flowio"

func read(into *string) {
	*into = flowio.Source()
}

func reset(into *string) {
	*into = ""
}

func run() {
	var line string
	read(&line)
	// ruleid: flow
	flowio.Sink(line)
	reset(&line)
	// ok: flow
	flowio.Sink(line)
}
