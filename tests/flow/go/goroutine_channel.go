package main

import "example.com/flowio"

func produce(into chan<- string) {
	into <- flowio.Source()
	close(into)
}

func run() {
	lines := make(chan string)
	go produce(lines)
	for line := range lines {
		// ruleid: flow
		flowio.Sink(line)
	}
	fixed := make(chan string, 1)
	fixed <- "fixed"
	// ok: flow
	flowio.Sink(<-fixed)
}
