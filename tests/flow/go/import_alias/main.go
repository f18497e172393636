package main

import (
	"example.com/flowio"
	drawing "example.com/shop/shapes"
)

func run() {
	// ruleid: flow
	flowio.Sink(drawing.Circle{Name: flowio.Source()}.Label())
	// ok: flow
	flowio.Sink(drawing.Square{Name: flowio.Source()}.Label())
}
