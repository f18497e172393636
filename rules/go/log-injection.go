package web

import (
	"log"
	"net/http"
	"strings"
)

func search(w http.ResponseWriter, r *http.Request) {
	term := r.FormValue("q")
	// ruleid: go-log-injection
	log.Printf("search for %s", term)
	// ok: go-log-injection
	log.Printf("search for %s", strings.ReplaceAll(term, "\n", ""))
	// ok: go-log-injection
	log.Printf("search for %d letters", len(term))
}
