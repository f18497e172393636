package main

import "example.com/flowio"

func queue() {
	jobs := []string{"first"}
	jobs = append(jobs, flowio.Source(), "last")
	jobs = jobs[1:]
	// ruleid: flow
	flowio.Sink(jobs[0])
	// ok: flow
	flowio.Sink(jobs[1])
	more := append([]string{"urgent"}, jobs...)
	// ok: flow
	flowio.Sink(more[0])
	// ruleid: flow
	flowio.Sink(more[1])
}
