package main

import "example.com/flowio"

func show(thing interface{}) {
	switch value := thing.(type) {
	case string:
		// ruleid: flow
		flowio.Sink(value)
	case int:
		// ok: flow
		flowio.Sink("a number")
	}
}

func run() {
	show(flowio.Source())
	show(42)
	var anything interface{} = flowio.Source()
	if text, isText := anything.(string); isText {
		// ruleid: flow
		flowio.Sink(text)
	}
}
