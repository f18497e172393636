package main

import "example.com/flowio"

func wire() {
	token := flowio.Source()
	name := "fixed"
	log := func() {
		// ruleid: flow
		flowio.Sink(token)
		// ok: flow
		flowio.Sink(name)
	}
	log()
}
