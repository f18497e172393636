package main

import "example.com/flowio"

func notify() {
	var people []string
	people = append(people, flowio.Source())
	for position, person := range people {
		// ok: flow
		flowio.Sink(position)
		// ruleid: flow
		flowio.Sink(person)
	}
	for _, person := range []string{"ann", "ben"} {
		// ok: flow
		flowio.Sink(person)
	}
}
