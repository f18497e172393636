package main

import "example.com/flowio"

func fill(lines map[string]string, line string) {
	lines["line"] = line
}

func run() {
	typed, fixed := map[string]string{}, map[string]string{}
	fill(typed, flowio.Source())
	fill(fixed, "fixed")
	// ruleid: flow
	flowio.Sink(typed["line"])
	// ok: flow
	flowio.Sink(fixed["line"])
}
