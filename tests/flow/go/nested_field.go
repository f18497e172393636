package main

import "example.com/flowio"

type address struct {
	street string
}

type customer struct {
	name string
	home address
}

func move() {
	client := customer{name: "ann"}
	client.home.street = flowio.Source()
	// ruleid: flow
	flowio.Sink(client.home.street)
	// ok: flow
	flowio.Sink(client.name)
}
