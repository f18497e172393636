package shop

import (
	"context"
	"database/sql"
	"fmt"
	"html"
	"html/template"
	"io"
	"net/http"
	"os/exec"
)

const table = "orders"

func byCustomer(db *sql.DB, customer string) (*sql.Rows, error) {
	// ruleid: go-sql-injection
	return db.Query("SELECT * FROM orders WHERE customer = '" + customer + "'")
}

func byState(ctx context.Context, db *sql.DB, state string) (*sql.Rows, error) {
	// ruleid: go-sql-injection
	return db.QueryContext(ctx, fmt.Sprintf("SELECT * FROM orders WHERE state = '%s'", state))
}

func remove(db *sql.DB, id string) error {
	query := fmt.Sprintf("DELETE FROM orders WHERE id = %s", id)
	// ruleid: go-sql-injection
	_, err := db.Exec(query)
	return err
}

func bound(db *sql.DB, customer string) (*sql.Rows, error) {
	// ok: go-sql-injection
	return db.Query("SELECT * FROM orders WHERE customer = $1", customer)
}

func all(db *sql.DB) (*sql.Rows, error) {
	// ok: go-sql-injection
	return db.Query("SELECT * FROM " + table + " ORDER BY id")
}

func convert(file string) error {
	// ruleid: go-shell-command-not-literal
	if err := exec.Command("sh", "-c", "convert "+file+" out.png").Run(); err != nil {
		return err
	}
	command := fmt.Sprintf("ffprobe %s", file)
	// ruleid: go-shell-command-not-literal
	if err := exec.Command("/bin/bash", "-c", command).Run(); err != nil {
		return err
	}
	// ok: go-shell-command-not-literal
	if err := exec.Command("sh", "-c", "ls -l | wc -l").Run(); err != nil {
		return err
	}
	// ok: go-shell-command-not-literal
	return exec.Command("convert", file, "out.png").Run()
}

func hello(w http.ResponseWriter, r *http.Request) {
	// ruleid: go-xss-response
	fmt.Fprintf(w, "<h1>Hello %s</h1>", r.FormValue("name"))
	// ruleid: go-xss-response
	w.Write([]byte("<p>" + r.URL.Query().Get("text") + "</p>"))
	// ruleid: go-xss-response
	io.WriteString(w, r.URL.Query().Get("comment"))
	// ok: go-xss-response
	fmt.Fprintf(w, "<h1>Hello %s</h1>", html.EscapeString(r.FormValue("name")))
	// ok: go-xss-response
	fmt.Fprintln(w, "<h1>Hello</h1>")
	// ruleid: go-unescaped-template-value
	bold := template.HTML("<b>" + r.FormValue("name") + "</b>")
	// ruleid: go-unescaped-template-value
	script := template.JS(fmt.Sprintf("var name = '%s'", r.FormValue("name")))
	// ok: go-unescaped-template-value
	fixed := template.HTML("<b>Welcome</b>")
	// ok: go-unescaped-template-value
	parsed := template.Must(template.New("page").Parse("<b>{{.}}</b>"))
	parsed.Execute(w, []any{bold, script, fixed})
}
