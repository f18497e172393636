package main

import (
	"fmt"

	"example.com/flowio"
)

func label() {
	part := flowio.Source()
	// ruleid: flow
	flowio.Sink(fmt.Sprintf("part %s of %d", part, 3))
	// ok: flow
	flowio.Sink(fmt.Sprintf("part %s of %d", "engine", 3))
	// ruleid: flow
	flowio.Sink(fmt.Sprint("part ", part))
}
