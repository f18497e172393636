package main

import (
	"encoding/json"

	"example.com/flowio"
)

type message struct {
	Text string
	Kind string
}

func run() {
	coded, err := json.Marshal(message{Text: flowio.Source()})
	if err != nil {
		return
	}
	var decoded message
	if err := json.Unmarshal(coded, &decoded); err != nil {
		return
	}
	// ruleid: flow
	flowio.Sink(decoded.Text)
	decoded.Kind = "fixed"
	// ok: flow
	flowio.Sink(decoded.Kind)
}
