package main

import (
	"strings"

	"example.com/flowio"
)

func chain(separator string, parts ...string) string {
	return strings.Join(parts, separator)
}

func first(parts ...string) string {
	return parts[0]
}

func run() {
	// ruleid: flow
	flowio.Sink(chain("-", "a", flowio.Source()))
	// ok: flow
	flowio.Sink(chain("-", "a", "b"))
	// ok: flow
	flowio.Sink(first("a", flowio.Source()))
	parts := []string{"a", flowio.Source()}
	// ruleid: flow
	flowio.Sink(chain("-", parts...))
}
