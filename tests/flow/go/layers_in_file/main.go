package main

import (
	"example.com/flowio"
	"example.com/shop/service"
	"example.com/shop/store"
)

func run() {
	service.New(store.Repository{}).Register(flowio.Source())
}
