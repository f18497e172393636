package main

import "example.com/flowio"

func lookup() {
	words := map[string]string{"en": flowio.Source(), "it": "ciao"}
	// ruleid: flow
	flowio.Sink(words["en"])
	// ok: flow
	flowio.Sink(words["it"])
	if word, found := words["en"]; found {
		// ruleid: flow
		flowio.Sink(word)
	}
	delete(words, "en")
	// ok: flow
	flowio.Sink(words["en"])
}
