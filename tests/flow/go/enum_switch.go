package main

import "example.com/flowio"

type detail int

const (
	low detail = iota
	high
)

func describe(level detail, text string) string {
	switch level {
	case low:
		return "short"
	default:
		return text
	}
}

func run() {
	// ruleid: flow
	flowio.Sink(describe(high, flowio.Source()))
	// ok: flow
	flowio.Sink(describe(low, flowio.Source()))
}
