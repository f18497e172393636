package accounts

import (
	"net/http"

	"github.com/go-ldap/ldap"
)

func login(w http.ResponseWriter, r *http.Request) {
	user := r.FormValue("user")
	// ruleid: go-ldap-injection
	ldap.NewSearchRequest("ou=people", 2, 0, 0, 0, false, "(uid="+user+")", nil, nil)
	// ok: go-ldap-injection
	ldap.NewSearchRequest("ou=people", 2, 0, 0, 0, false, "(uid="+ldap.EscapeFilter(user)+")", nil, nil)
}
