package web

import (
	"net/http"
)

func preview(w http.ResponseWriter, r *http.Request) {
	// ruleid: go-ssrf-request-url
	http.Get(r.FormValue("address"))
	// ruleid: go-ssrf-request-url
	http.NewRequest("GET", "http://"+r.FormValue("host")+"/preview", nil)
	// ok: go-ssrf-request-url
	http.Get("https://api.example.com/preview")
}
