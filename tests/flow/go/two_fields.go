package main

import "example.com/flowio"

type guest struct {
	name  string
	table string
}

func seat() {
	visitor := guest{name: flowio.Source(), table: "window"}
	// ruleid: flow
	flowio.Sink(visitor.name)
	// ok: flow
	flowio.Sink(visitor.table)
	other := guest{"ann", flowio.Source()}
	// ok: flow
	flowio.Sink(other.name)
	// ruleid: flow
	flowio.Sink(other.table)
}
