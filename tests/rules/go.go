package main

import (
	// ruleid: go-import
	"crypto/md5"
	"net/http"
)

// ruleid: go-const, go-assign
const secret = "hunter2"

// ruleid: go-assign
var other = "hunter2"

// ruleid: go-struct
type Server struct{ Name string }

// ok: go-struct
type Number int

// ruleid: go-handler, go-method
func (s *Server) Serve(w http.ResponseWriter, r *http.Request) {
	// ruleid: go-sequence
	id := r.FormValue("id")
	// ruleid: go-call
	cmd := exec.Command("sh", "-c", id)
	// ok: go-call
	cmd = exec.Command("ls", "-c", id)
	// ruleid: go-query
	rows, err := s.db.Query("SELECT " + id)
	// ok: go-query
	rows, err = s.db.Query("SELECT ?", id)
	// ruleid: go-if
	if err != nil {
		return
	}
	// ok: go-if
	if err == nil {
		return
	}
	// ruleid: go-defer
	defer rows.Close()
	// ruleid: go-define
	file, err := os.Open(id)
	// ruleid: go-literal
	config := &tls.Config{MaxVersion: 3, InsecureSkipVerify: true}
	// ok: go-literal
	config = &tls.Config{InsecureSkipVerify: false}
	// ruleid: go-field
	config = &tls.Config{MinVersion: tls.VersionTLS10}
	// ruleid: go-go
	go func() { use(file) }()
	// ruleid: go-range
	for name, value := range r.Header {
		use(name, value)
	}
	// ok: go-range
	for i := 0; i < 3; i++ {
		use(i)
	}
	// ruleid: go-conversion
	use([]byte(id), cmd, config)
	fmt.Fprintf(w, "hello %s", id)
}

// ruleid: go-parameter
func work(n int, ctx context.Context) (int, error) {
	// ruleid: go-return
	return n, nil
}

// ok: go-parameter, go-method, go-handler
func sum(a, b int) int { return a + b }

func channels(ch chan int) {
	// ruleid: go-receive
	x := <-ch
	// ruleid: go-send
	ch <- x
	// ok: go-send
	y := x < -x
}
