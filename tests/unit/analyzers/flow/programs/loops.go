// expect: 0
// expect: 2
// expect: 3
// expect: two
// expect: three
// expect: big
// expect: k1
package main
import "fmt"
func main() {
outer:
	for i := 0; i < 5; i++ {
		for {
			if i == 1 { continue outer }
			if i == 3 { break outer }
			fmt.Println(i)
			break
		}
	}
	fmt.Println(len([]int{1, 2, 3}))
	switch x := 2; x { case 1: fmt.Println("one"); case 2: fmt.Println("two"); fallthrough; case 3: fmt.Println("three"); default: fmt.Println("d") }
	switch { case 5 > 9: fmt.Println("small"); default: fmt.Println("big") }
	for k, v := range map[string]int{"k": 1} { fmt.Println(k + text(v)) }
}
func text(v int) string { if v == 1 { return "1" }; return "?" }
