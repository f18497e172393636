package main

import "example.com/flowio"

type voice interface {
	speak(text string) string
}

type parrot struct{}

func (parrot) speak(text string) string { return text + text }

type statue struct{}

func (statue) speak(text string) string { return "" }

func newVoice(kind string) voice {
	if kind == "parrot" {
		return parrot{}
	}
	return statue{}
}

func listen() {
	// ruleid: flow
	flowio.Sink(newVoice("parrot").speak(flowio.Source()))
	// ok: flow
	flowio.Sink(newVoice("statue").speak(flowio.Source()))
}
