package main

import "example.com/flowio"

func twice(change func(string) string, text string) string {
	return change(change(text))
}

func use() {
	typed := flowio.Source()
	// ruleid: flow
	flowio.Sink(twice(func(text string) string { return text + "." }, typed))
	// ok: flow
	flowio.Sink(twice(func(string) string { return "same" }, typed))
}
