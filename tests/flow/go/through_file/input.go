package main

import "example.com/flowio"

func readLine() string {
	return flowio.Source()
}

func prompt() string {
	return "> "
}
