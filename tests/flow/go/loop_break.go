package main

import "example.com/flowio"

func untilFound(found bool) {
	var token string
	for {
		token = flowio.Source()
		if found {
			break
		}
		token = "again"
		return
	}
	// ruleid: flow
	flowio.Sink(token)
}

func untilCleared(found bool) {
	token := flowio.Source()
outer:
	for {
		for {
			token = "cleared"
			if found {
				break outer
			}
			found = true
		}
	}
	// ok: flow
	flowio.Sink(token)
}
