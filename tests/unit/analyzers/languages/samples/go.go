// Package store serves files: most constructs of Go in one file.
package store

import (
	"crypto/tls"
	"fmt"
	sh "os/exec"
	_ "embed"
	. "strings"
)

import "net/http"

const (
	Open State = iota
	Closed
	limit, size = 0x10, 1_000
)

var cache = map[string][]byte{"a": nil}
var first, second int = 1, 2
var file, err = open("x")

type State uint8
type Alias = http.Handler

// Server has what a server needs.
type Server[K comparable, V any] struct {
	http.Handler
	*Options
	Name, Path string `json:"name"`
	jobs       chan<- func(int) error
	table      [4]struct{ x, y int }
}

type Reader interface {
	~int | string
	Read(p []byte) (n int, err error)
	fmt.Stringer
}

func (s *Server[K, V]) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	defer func() { recover() }()
	id := r.URL.Query().Get("id")
	rows, err := s.db.Query("SELECT * FROM t WHERE id = '" + id + "'")
	if err != nil {
		http.Error(w, err.Error(), 500)
		return
	} else if n := len(id); n > 3 && !s.ok {
		fmt.Fprintf(w, `raw %s`, id)
	} else {
		id += "x"
	}
	out, _ := sh.Command("sh", "-c", id).Output()
	config := &tls.Config{InsecureSkipVerify: true, MinVersion: tls.VersionTLS12}
	points := []Point{{X: 1, Y: 2}, {3, 4}}
	for i := 0; i < len(points); i++ {
		points[i].X, points[i].Y = points[i].Y, 'a'
	}
	for key, value := range cache {
		delete(cache, key)
		_ = value
	}
	for range 3 {
		continue
	}
	for s.ok {
		s.count--
	}
loop:
	for {
		select {
		case job, ok := <-s.in:
			go job(ok)
		case s.jobs <- nil:
			break loop
		default:
			goto done
		}
	}
done:
	switch x := id[0]; {
	case x == 'a', x == '\n':
		fallthrough
	default:
		w.Write(out[1:len(out)])
	}
	switch v := rows.(type) {
	case nil:
	case *Server[int, string], error:
		panic(v)
	}
	var local, other = []byte(id), rows.(fmt.Stringer)
	handler := func(args ...string) (int, error) { return Max[int](1, 2), nil }
	handler(Split(id, ",")...)
	ptr := new(Server[int, string])
	*ptr.next = <-s.done ^ 3.5e1
	fmt.Println(local, other, (*ptr).Name, config, -1i, handler)
}

func Max[T int | float64](a, b T) T {
	if a > b {
		return a
	}
	return b
}
