// expect: 1
// expect: 2
// expect: else
// expect: 10
// expect: a
// expect: 5
package main
import "fmt"
func counter() func() int {
	n := 0
	return func() int { n++; return n }
}
func divide(a, b int) (int, bool) {
	if b == 0 { return 0, false }
	return a / b, true
}
func main() {
	next := counter()
	fmt.Println(next())
	fmt.Println(next())
	if q, ok := divide(1, 0); ok { fmt.Println(q) } else { fmt.Println("else") }
	total := 0
	for i := range []int{1, 2, 3, 4, 5} { total += i }
	fmt.Println(total)
	for _, s := range []string{"a"} { fmt.Println(s) }
	n := 0
	for n < 5 { n++ }
	fmt.Println(n)
}
