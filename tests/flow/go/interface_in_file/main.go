package main

import (
	"example.com/flowio"
	"example.com/shop/memory"
	"example.com/shop/nothing"
	"example.com/shop/storage"
)

func run() {
	var kept storage.Storage = memory.New()
	kept.Save("note", flowio.Source())
	// ruleid: flow
	flowio.Sink(kept.Load("note"))
	var lost storage.Storage = nothing.Store{}
	lost.Save("note", flowio.Source())
	// ok: flow
	flowio.Sink(lost.Load("note"))
}
