package main

import (
	"example.com/flowio"
	"example.com/shop/config"
)

func run() {
	typed := flowio.Source()
	if config.Trace {
		// ok: flow
		flowio.Sink(typed)
	}
	if config.Level > 2 {
		// ruleid: flow
		flowio.Sink(typed)
	}
}
