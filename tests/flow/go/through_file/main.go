package main

import "example.com/flowio"

func run() {
	// ruleid: flow
	flowio.Sink(readLine())
	// ok: flow
	flowio.Sink(prompt())
}
