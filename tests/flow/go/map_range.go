package main

import "example.com/flowio"

func dump() {
	settings := map[string]string{"mode": flowio.Source()}
	for key, value := range settings {
		// ok: flow
		flowio.Sink(key)
		// ruleid: flow
		flowio.Sink(value)
	}
	names := map[string]bool{flowio.Source(): true}
	for name := range names {
		// ruleid: flow
		flowio.Sink(name)
	}
}
