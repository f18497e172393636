package web

import (
	"html/template"
	"net/http"
)

func preview(w http.ResponseWriter, r *http.Request) {
	// ruleid: go-template-injection
	page, err := template.New("preview").Parse(r.FormValue("text"))
	if err != nil {
		return
	}
	page.Execute(w, nil)
	// ok: go-template-injection
	greeting, _ := template.New("greeting").Parse("<p>Hello {{.}}</p>")
	greeting.Execute(w, r.FormValue("name"))
}
