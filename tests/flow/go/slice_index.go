package main

import "example.com/flowio"

func columns() {
	row := []string{"id", flowio.Source(), "date"}
	// ok: flow
	flowio.Sink(row[0])
	// ruleid: flow
	flowio.Sink(row[1])
	row[1] = "name"
	// ok: flow
	flowio.Sink(row[1])
}
