package web

import (
	"net/http"
	"strings"
)

func language(w http.ResponseWriter, r *http.Request) {
	chosen := r.FormValue("language")
	// ruleid: go-header-injection
	w.Header().Set("Content-Language", chosen)
	// ok: go-header-injection
	w.Header().Set("Content-Language", strings.ReplaceAll(chosen, "\n", ""))
	// ok: go-header-injection
	w.Header().Set("Content-Language", "en")
}
