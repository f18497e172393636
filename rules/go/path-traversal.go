package web

import (
	"log"
	"net/http"
	"os"
	"path/filepath"
	"strings"
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

func isBelow(path string) bool {
	if !strings.HasPrefix(path, folder+"/") {
		return false
	}
	return true
}

func checked(w http.ResponseWriter, r *http.Request) {
	path := filepath.Join(folder, r.FormValue("name"))
	// ruleid: go-path-traversal-request
	os.Remove(path)
	if !isBelow(path) {
		return
	}
	// todook: go-path-traversal-request
	os.ReadFile(path)
	name := r.FormValue("other")
	if !filepath.IsLocal(name) {
		log.Fatal("no name of a file here")
	}
	// ok: go-path-traversal-request
	os.ReadFile(filepath.Join(folder, name))
}

var formats = map[string]bool{"pdf": true, "xml": true}

func chosen(w http.ResponseWriter, r *http.Request) {
	format := r.FormValue("format")
	if _, ok := formats[format]; !ok {
		return
	}
	// ok: go-path-traversal-request
	os.ReadFile(folder + "/all." + format)
	kind := r.FormValue("kind")
	switch kind {
	case "paid", "open":
		// ok: go-path-traversal-request
		os.ReadFile(folder + "/" + kind)
	default:
		// ruleid: go-path-traversal-request
		os.ReadFile(folder + "/" + kind)
	}
}
