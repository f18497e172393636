package a

import "net/http"

func f(r *http.Request, q Request, s http.Request) {
	// ruleid: typed-go
	r.FormValue("a")
	// ok: typed-go
	q.FormValue("a")
	// ok: typed-go
	s.FormValue("a")
	made := &http.Request{}
	// ruleid: typed-go
	made.FormValue("a")
}
