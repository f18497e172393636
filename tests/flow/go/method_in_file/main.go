package main

import "example.com/flowio"

func run() {
	opened := newAccount(flowio.Source())
	// ruleid: flow
	flowio.Sink(opened.title())
	// ok: flow
	flowio.Sink(opened.place())
}
