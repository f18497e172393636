package main

import "example.com/flowio"

func archive(public bool) {
	note := flowio.Source()
	if public {
		note = flowio.Clean(note)
	}
	// ruleid: flow
	flowio.Sink(note)
}

func archiveAll(public bool) {
	note := flowio.Source()
	if public {
		note = flowio.Clean(note)
	} else {
		note = flowio.Clean("private " + note)
	}
	// ok: flow
	flowio.Sink(note)
}
