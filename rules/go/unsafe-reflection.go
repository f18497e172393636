package tools

import (
	"net/http"
	"plugin"
)

func load(w http.ResponseWriter, r *http.Request) {
	// ruleid: go-library-from-request
	plugin.Open("/opt/shop/" + r.FormValue("plugin"))
	// ok: go-library-from-request
	plugin.Open("/opt/shop/codec.so")
}
