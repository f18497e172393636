package main

import "example.com/flowio"

func route() {
	mode := "B"
	var target string
	switch mode {
	case "A":
		target = flowio.Source()
	case "B", "C":
		target = "home"
	default:
		target = flowio.Source()
	}
	// ok: flow
	flowio.Sink(target)
}

func routeOther() {
	mode := 2
	target := "home"
	switch {
	case mode > 5:
		target = "far"
	case mode == 2:
		target = flowio.Source()
	}
	// ruleid: flow
	flowio.Sink(target)
}
