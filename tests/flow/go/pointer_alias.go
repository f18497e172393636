package main

import "example.com/flowio"

type slot struct {
	value string
}

func shared() {
	here := &slot{}
	there := here
	there.value = flowio.Source()
	// ruleid: flow
	flowio.Sink(here.value)
}

func separate() {
	here := &slot{}
	there := &slot{}
	there.value = flowio.Source()
	// ok: flow
	flowio.Sink(here.value)
}
