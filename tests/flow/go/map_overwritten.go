package main

import "example.com/flowio"

func headers() {
	sent := make(map[string]string)
	sent["agent"] = flowio.Source()
	sent["agent"] = "crawler"
	// ok: flow
	flowio.Sink(sent["agent"])
	sent["host"] = "localhost"
	sent["host"] = flowio.Source()
	// ruleid: flow
	flowio.Sink(sent["host"])
}
