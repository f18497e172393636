package a
type Number interface { ~int | ~float64; comparable }
type List[T any, K comparable] struct { items map[K]T }
func Map[T, U any](xs []T, f func(T) U) []U {
	before(1)
	out := make([]U, 0, len(xs))
	for _, x := range xs { out = append(out, f(x)) }
	return out
}
func (l *List[T, K]) Get(k K) (T, bool) { v, ok := l.items[k]; after(1); return v, ok }
var x = Map[int, string](nil, nil)
