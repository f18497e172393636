package main

import "example.com/flowio"

type order struct {
	address string
}

func run() {
	first, second := &order{}, &order{}
	orders := []*order{first, second}
	orders[0].address = flowio.Source()
	// ruleid: flow
	flowio.Sink(first.address)
	// ok: flow
	flowio.Sink(second.address)
}
