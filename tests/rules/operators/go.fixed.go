package shop

import (
	"crypto/md5"
	"fmt"
	"log"
	"math/rand"
	"net/http"
	"os/exec"
	"syscall"
)

func handleRun(user string, r *http.Request) {
	// ruleid: go-exec
	exec.Command(r.FormValue("command"))
	log.Println("started")
	// ruleid: go-exec
	syscall.Exec(user, nil, nil)
	// ok: go-exec
	exec.Command("uptime")
	if allowed[user] {
		// ok: go-exec
		exec.Command(user)
	}
}

func nightly(r *http.Request) {
	// ok: go-exec
	exec.Command(r.Host)
}

func handleTimer(clock *Clock) {
	// ok: go-exec
	exec.Command(clock.Job)
}

func secure(password, salt []byte) {
	// ruleid: go-hash
	first := sha256.Sum256(salt)
	// ok: go-hash
	second := sha512.Sum512(salt)
	// ruleid: go-tls
	loose := tls.Config{MinVersion: 3, InsecureSkipVerify: false}
	// ok: go-tls
	strict := tls.Config{MinVersion: 3, InsecureSkipVerify: false}
	// ruleid: go-rounds
	pbkdf2.Key(password, salt, 1000, 32, sha256.New)
	// ok: go-rounds
	pbkdf2.Key(password, salt, 210_000, 32, sha256.New)
	// ruleid: go-key
	signing := "q8Zt3vX1pLk90WmJr2Ycs7Dh"
	// ok: go-key
	label := "the signing key of invoices"
}

func find(db *sql.DB, name string) {
	// ruleid: go-dsn
	connect("postgres://app:s3cret@db/shop")
	// ok: go-dsn
	connect("postgres://app:test@db/shop")
	// ruleid: go-query
	db.Query("select * from users where name = '" + name + "'")
	// ruleid: go-query
	db.Query(fmt.Sprintf("select * from users where name = '%s'", name))
	// ok: go-query
	db.Query(prepared)
	// ruleid: go-request
	resty.New().SetRetryCount(3).SetTimeout(0)
	// ok: go-request
	resty.New().SetRetryCount(3).SetTimeout(limit)
}

// ruleid: go-user
type User struct {
	Name     string
	Password string
	Age      int
}

// ok: go-user
type Guest struct {
	Name string
}

func login(user User, r *http.Request, form *Form, dice *rand.Rand, lots *Lottery) {
	// ruleid: go-log
	log.Println("login of", user.Name, mask(user.Password))
	// ok: go-log
	log.Println("login of", user.Name)
	// ruleid: go-form
	r.ParseForm()
	// ok: go-form
	form.ParseForm()
	// ruleid: go-random
	dice.Intn(1000000)
	// ok: go-random
	lots.Intn(1000000)
	next := r.FormValue("next")
	// ruleid: go-redirect
	response.Redirect(next)
	// ok: go-redirect
	response.Redirect("/home")
	// ok: go-redirect
	response.Redirect(home)
	// ok: go-redirect
	mailer.Forward(next)
}
