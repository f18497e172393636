package main

import (
	"fmt"

	"example.com/flowio"
)

func fail(text string) {
	panic("no " + text)
}

func caught() {
	defer func() {
		if problem := recover(); problem != nil {
			// ruleid: flow
			flowio.Sink(fmt.Sprint(problem))
		}
	}()
	fail(flowio.Source())
}

func caughtFixed() {
	defer func() {
		if problem := recover(); problem != nil {
			// ok: flow
			flowio.Sink(fmt.Sprint(problem))
		}
	}()
	panic("fixed")
}
