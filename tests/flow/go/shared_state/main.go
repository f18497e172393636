package main

import (
	"example.com/flowio"
	"example.com/shop/session"
)

func run() {
	session.Login(flowio.Source())
	// ruleid: flow
	flowio.Sink(session.User)
	// ok: flow
	flowio.Sink(session.Region)
}
