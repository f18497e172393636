package main

import "example.com/flowio"

type handler func(message string)

type channel struct {
	handlers []handler
}

func (c *channel) subscribe(h handler) {
	c.handlers = append(c.handlers, h)
}

func (c *channel) publish(message string) {
	for _, h := range c.handlers {
		h(message)
	}
}

func onOrder(message string) {
	// ruleid: flow
	flowio.Sink(message)
}

func onTick(message string) {
	// ok: flow
	flowio.Sink(message)
}

func connect() {
	orders, ticks := &channel{}, &channel{}
	orders.subscribe(onOrder)
	ticks.subscribe(onTick)
	orders.publish(flowio.Source())
	ticks.publish("tick")
}
