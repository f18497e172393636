package main

import "example.com/flowio"

type server struct {
	host string
	mode string
}

type option func(*server)

func withHost(host string) option {
	return func(s *server) { s.host = host }
}

func newServer(options ...option) *server {
	s := &server{host: "localhost", mode: "quiet"}
	for _, apply := range options {
		apply(s)
	}
	return s
}

func run() {
	// ruleid: flow
	flowio.Sink(newServer(withHost(flowio.Source())).host)
	// ok: flow
	flowio.Sink(newServer(withHost(flowio.Source())).mode)
	// ok: flow
	flowio.Sink(newServer(withHost("db")).host)
}
