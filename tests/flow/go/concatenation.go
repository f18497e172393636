package main

import "example.com/flowio"

func fullPath() {
	file := flowio.Source()
	full := "/data/" + file
	// ruleid: flow
	flowio.Sink(full)
	full = "/data/"
	full += "index.html"
	// ok: flow
	flowio.Sink(full)
}
