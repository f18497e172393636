package main

import "example.com/flowio"

type mail struct {
	subject  string
	priority string
}

func newMail(subject, priority string) *mail {
	return &mail{subject: subject, priority: priority}
}

func (m *mail) headline() string {
	return "Re: " + m.subject
}

func (m *mail) flag() string {
	return "!" + m.priority
}

func answer() {
	letter := newMail(flowio.Source(), "high")
	// ruleid: flow
	flowio.Sink(letter.headline())
	// ok: flow
	flowio.Sink(letter.flag())
}
