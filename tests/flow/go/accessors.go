package main

import "example.com/flowio"

type wallet struct {
	holder   string
	currency string
}

func (w *wallet) SetHolder(name string) {
	w.holder = name
}

func (w *wallet) Holder() string {
	return w.holder
}

func (w *wallet) Currency() string {
	return w.currency
}

func create() {
	purse := &wallet{currency: "EUR"}
	purse.SetHolder(flowio.Source())
	// ruleid: flow
	flowio.Sink(purse.Holder())
	// ok: flow
	flowio.Sink(purse.Currency())
}
