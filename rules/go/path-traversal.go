package web

import (
	"net/http"
	"os"
	"path/filepath"
)

const folder = "/srv/invoices"

func invoice(w http.ResponseWriter, r *http.Request) {
	name := r.FormValue("name")
	// ruleid: go-path-traversal-request
	os.ReadFile(filepath.Join(folder, name))
	// ok: go-path-traversal-request
	os.ReadFile(filepath.Join(folder, filepath.Base(name)))
	// ruleid: go-path-traversal-request
	http.ServeFile(w, r, folder+"/"+r.PathValue("file"))
}
