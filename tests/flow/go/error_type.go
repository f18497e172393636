package main

import "example.com/flowio"

type refused struct {
	reason string
	code   string
}

func (r *refused) Error() string {
	return "refused: " + r.code
}

func check(name string) error {
	return &refused{reason: name, code: "403"}
}

func enter() {
	err := check(flowio.Source())
	if problem, ok := err.(*refused); ok {
		// ruleid: flow
		flowio.Sink(problem.reason)
		// ok: flow
		flowio.Sink(problem.Error())
	}
}
