// expect: 2 1
// expect: 3
// expect: 5
// expect: 11
// expect: bob
// expect: 4
package main
import "fmt"
type T struct { name string; n int }
func (t *T) add(by int) int { t.n += by; return t.n }
func two() (int, int) { return 2, 1 }
func main() {
	a, b := two()
	fmt.Println(a, b)
	a, b = b, a
	n := 0
	up := func() { n += 3 }
	up()
	fmt.Println(n)
	s := []int{1}
	s = append(s, 4)
	fmt.Println(s[0] + s[1])
	t := &T{name: "bob", n: 10}
	fmt.Println(t.add(1))
	fmt.Println(t.name)
	m := map[string]int{}
	m["x"] = 4
	fmt.Println(m["x"])
}
