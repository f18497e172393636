package main

import "example.com/flowio"

type vehicle struct {
	plate string
	kind  string
}

func (v vehicle) number() string {
	return v.plate
}

type truck struct {
	vehicle
	load string
}

func register() {
	lorry := truck{vehicle: vehicle{plate: flowio.Source(), kind: "lorry"}, load: "sand"}
	// ruleid: flow
	flowio.Sink(lorry.plate)
	// ruleid: flow
	flowio.Sink(lorry.number())
	// ok: flow
	flowio.Sink(lorry.kind)
	// ok: flow
	flowio.Sink(lorry.load)
}
