package main

import "example.com/flowio"

func invoice() {
	orders := map[string][]map[string]string{
		"first": {{"product": flowio.Source(), "unit": "kg"}},
	}
	// ruleid: flow
	flowio.Sink(orders["first"][0]["product"])
	// ok: flow
	flowio.Sink(orders["first"][0]["unit"])
}
