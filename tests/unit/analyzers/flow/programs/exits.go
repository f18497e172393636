// expect: work
// expect: second
// expect: first
// expect: 7
// expect: early
// expect: only
// expect: 0
package main
import "fmt"
func say(s string) { fmt.Println(s) }
func f(early bool) (n int) {
	if early { return early0() }
	defer say("first")
	defer say("second")
	say("work")
	n = 7
	return
}
func early0() int { say("early"); return 0 }
func g(yes bool) { if yes { defer say("only") } }
func main() {
	fmt.Println(f(false))
	r := f(true)
	g(false)
	g(true)
	fmt.Println(r)
}
