package orders

import (
	"database/sql"
	"fmt"
	"net/http"
	"os"
	"strconv"

	"github.com/gin-gonic/gin"
)

var shared *sql.DB

func find(db *sql.DB, w http.ResponseWriter, r *http.Request) {
	customer := r.URL.Query().Get("customer")
	// ruleid: go-sql-injection
	db.Query("SELECT * FROM orders WHERE customer = '" + customer + "'")
	// ok: go-sql-injection
	db.Query("SELECT * FROM orders WHERE customer = ?", customer)
	number, err := strconv.Atoi(r.FormValue("number"))
	if err != nil {
		return
	}
	// ok: go-sql-injection
	db.Query(fmt.Sprintf("SELECT * FROM orders WHERE id = %d", number))
	save(db, r.FormValue("note"))
}

func save(db *sql.DB, note string) {
	statement := fmt.Sprintf("UPDATE orders SET note = '%s'", note)
	// ruleid: go-sql-injection
	db.Exec(statement)
	// ok: go-sql-injection
	db.Exec("UPDATE orders SET note = ?", note)
}

func serve(db *sql.DB) {
	router := gin.Default()
	router.GET("/orders/:id", func(c *gin.Context) {
		// ruleid: go-sql-injection
		db.QueryRow("SELECT * FROM orders WHERE id = " + c.Param("id"))
	})
}

func load(db *sql.DB) {
	// ruleid: go-sql-injection-indirect
	db.Exec("DELETE FROM orders WHERE customer = '" + os.Getenv("CUSTOMER") + "'")
	// ok: go-sql-injection-indirect
	db.Exec("DELETE FROM orders WHERE customer = ?", os.Getenv("CUSTOMER"))
}

func remove(w http.ResponseWriter, r *http.Request) {
	// ruleid: go-sql-injection
	shared.Exec("DELETE FROM orders WHERE customer = '" + r.FormValue("customer") + "'")
}
