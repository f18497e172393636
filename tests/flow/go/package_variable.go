package main

import "example.com/flowio"

var newest = "none"
var version = "1"

func enroll(name string) {
	newest = name
}

func run() {
	enroll(flowio.Source())
	// ruleid: flow
	flowio.Sink(newest)
	// ok: flow
	flowio.Sink(version)
}
