package main

import "example.com/flowio"

func parts() (head, tail string) {
	head = "fixed"
	tail = flowio.Source()
	return
}

func run() {
	head, tail := parts()
	// ok: flow
	flowio.Sink(head)
	// ruleid: flow
	flowio.Sink(tail)
}
