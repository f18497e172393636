package main

import "example.com/flowio"

func echo(text string) string { return text }

func hush(text string) string { return "" }

func run() {
	table := map[string]func(string) string{"echo": echo, "hush": hush}
	// ruleid: flow
	flowio.Sink(table["echo"](flowio.Source()))
	// ok: flow
	flowio.Sink(table["hush"](flowio.Source()))
}
