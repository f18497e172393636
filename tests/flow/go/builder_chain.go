package main

import "example.com/flowio"

type query struct {
	text string
}

func (q *query) where(condition string) *query {
	q.text += " where " + condition
	return q
}

func (q *query) ordered() *query {
	q.text += " order by 1"
	return q
}

func run() {
	// ruleid: flow
	flowio.Sink((&query{text: "select"}).where(flowio.Source()).ordered().text)
	// ok: flow
	flowio.Sink((&query{text: "select"}).where("a = 1").ordered().text)
}
