package main

import "example.com/flowio"

type stack[T any] struct {
	items []T
}

func (s *stack[T]) push(item T) {
	s.items = append(s.items, item)
}

func (s *stack[T]) pop() T {
	last := s.items[len(s.items)-1]
	s.items = s.items[:len(s.items)-1]
	return last
}

func run() {
	typed, fixed := &stack[string]{}, &stack[string]{}
	typed.push(flowio.Source())
	fixed.push("fixed")
	// ruleid: flow
	flowio.Sink(typed.pop())
	// ok: flow
	flowio.Sink(fixed.pop())
}
