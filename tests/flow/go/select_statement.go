package main

import "example.com/flowio"

func run() {
	typed, ticks := make(chan string, 1), make(chan string, 1)
	typed <- flowio.Source()
	ticks <- "tick"
	for round := 0; round < 2; round++ {
		select {
		case text := <-typed:
			// ruleid: flow
			flowio.Sink(text)
		case text := <-ticks:
			// ok: flow
			flowio.Sink(text)
		}
	}
}
