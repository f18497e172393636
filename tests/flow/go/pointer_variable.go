package main

import "example.com/flowio"

func point() {
	title := "plain"
	subtitle := "plain"
	current := &title
	*current = flowio.Source()
	// ruleid: flow
	flowio.Sink(title)
	// ok: flow
	flowio.Sink(subtitle)
}
