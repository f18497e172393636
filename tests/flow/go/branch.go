package main

import "example.com/flowio"

func paint(night bool) {
	var color string
	if night {
		color = flowio.Source()
	} else {
		color = "white"
	}
	// ruleid: flow
	flowio.Sink(color)
}

func repaint(night bool) {
	color := flowio.Source()
	if night {
		color = "black"
	} else {
		color = "white"
	}
	// ok: flow
	flowio.Sink(color)
}
