package main

import (
	"strings"

	"example.com/flowio"
)

type renderer interface {
	render(text string) string
}

type verbatim struct{}

func (verbatim) render(text string) string {
	return text
}

type redacted struct{}

func (redacted) render(text string) string {
	return strings.Repeat("#", len(text))
}

func draw() {
	secret := flowio.Source()
	var shown renderer = verbatim{}
	// ruleid: flow
	flowio.Sink(shown.render(secret))
	shown = redacted{}
	// ok: flow
	flowio.Sink(shown.render(secret))
}
