package main

import "example.com/flowio"

type reader struct{}

func (reader) read() string {
	return flowio.Source()
}

type cachedReader struct {
	reader
}

func (cachedReader) read() string {
	return "cached"
}

func run() {
	var cached cachedReader
	// ok: flow
	flowio.Sink(cached.read())
	// ruleid: flow
	flowio.Sink(cached.reader.read())
}
