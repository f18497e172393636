package main

import "example.com/flowio"

func always() {
	reply := flowio.Source()
	offset := 106
	if 7*42-offset > 180 {
		reply = "constant"
	}
	// ok: flow
	flowio.Sink(reply)
}

func never() {
	reply := flowio.Source()
	const offset = 206
	if 7*42-offset > 180 {
		reply = "constant"
	}
	// ruleid: flow
	flowio.Sink(reply)
}
