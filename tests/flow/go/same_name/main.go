package main

import (
	"example.com/flowio"
	"example.com/shop/polite"
	"example.com/shop/rude"
)

func run() {
	// ok: flow
	flowio.Sink(polite.Answer(flowio.Source()))
	// ruleid: flow
	flowio.Sink(rude.Answer(flowio.Source()))
}
