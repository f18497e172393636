package main

import "example.com/flowio"

func choose(code int) {
	target := "home"
	switch code {
	case 1:
		target = flowio.Source()
	case 2:
		target = "two"
	}
	// ruleid: flow
	flowio.Sink(target)
	switch code {
	case 1:
		target = flowio.Source()
		fallthrough
	case 2:
		target = "fixed"
	default:
		target = "other"
	}
	// ok: flow
	flowio.Sink(target)
}
