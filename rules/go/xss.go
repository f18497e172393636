package web

import (
	"fmt"
	"html"
	"html/template"
	"net/http"

	"github.com/labstack/echo"
)

func hello(w http.ResponseWriter, r *http.Request) {
	name := r.URL.Query().Get("name")
	// ruleid: go-xss-response
	fmt.Fprintf(w, "<p>Hello %s</p>", name)
	// ruleid: go-xss-response
	w.Write([]byte("<p>Hello " + name + "</p>"))
	// ok: go-xss-response
	fmt.Fprintf(w, "<p>Hello %s</p>", html.EscapeString(name))
	// ruleid: go-xss-response
	markup := template.HTML("<b>" + name + "</b>")
	_ = markup
}

func greet(c echo.Context) error {
	// ruleid: go-xss-response
	return c.HTML(200, "<p>"+c.QueryParam("name")+"</p>")
}

func greetSafe(c echo.Context) error {
	// ok: go-xss-response
	return c.HTML(200, "<p>"+html.EscapeString(c.QueryParam("name"))+"</p>")
}
