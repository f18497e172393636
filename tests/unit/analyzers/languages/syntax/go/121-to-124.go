package a
type Set[T comparable] = map[T]struct{}
type Seq[V any] func(yield func(V) bool)
func run(list Seq[int]) {
	before(1)
	for i := range 10 { println(i) }
	for x := range list { println(x) }
	for range 3 { }
	a, b := min(1, 2), max(1.5, 2)
	clear(m)
	n := 0b1010_1010 + 0o17 + 0x1p-2
	s := (*[4]int)(slice)
	after(1)
}
