package main

import "example.com/flowio"

type parcel struct {
	weight int
	label  string
}

func send() {
	var box parcel
	box.label = flowio.Source()
	// ruleid: flow
	flowio.Sink(box.label)
	box.label = "return to sender"
	// ok: flow
	flowio.Sink(box.label)
}
