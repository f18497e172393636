package main

import (
	"bufio"
	"strings"

	"example.com/flowio"
)

func run() {
	lines := bufio.NewScanner(strings.NewReader(flowio.Source()))
	for lines.Scan() {
		// ruleid: flow
		flowio.Sink(lines.Text())
	}
	fixed := bufio.NewScanner(strings.NewReader("fixed"))
	fixed.Scan()
	// ok: flow
	flowio.Sink(fixed.Text())
}
