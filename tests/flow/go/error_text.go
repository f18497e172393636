package main

import (
	"errors"
	"fmt"

	"example.com/flowio"
)

func refuse(name string) error {
	return fmt.Errorf("unknown %s", name)
}

func run() {
	if err := refuse(flowio.Source()); err != nil {
		// ruleid: flow
		flowio.Sink(err.Error())
	}
	if err := errors.New("fixed"); err != nil {
		// ok: flow
		flowio.Sink(err.Error())
	}
}
