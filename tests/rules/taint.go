package main

func straight(c bool) {
	a := source()
	b, err := a, 1
	// ruleid: taint-flow
	sink(b)
	// ok: taint-flow
	sink(err)
	if c {
		b = "x"
	} else {
		b = "y"
	}
	// ok: taint-flow
	sink(b)
	for _, v := range split(a) {
		// ruleid: taint-flow
		sink(v)
	}
}
