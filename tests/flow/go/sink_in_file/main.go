package main

import (
	"example.com/flowio"
	"example.com/shop/logs"
)

func run() {
	logs.Warn(flowio.Source())
	logs.WarnQuietly(flowio.Source())
}
