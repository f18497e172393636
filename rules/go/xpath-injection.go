package catalog

import (
	"net/http"

	"github.com/antchfx/xmlquery"
)

func price(catalog *xmlquery.Node, r *http.Request) {
	// ruleid: go-xpath-injection
	xmlquery.Find(catalog, "//article[@name='"+r.FormValue("article")+"']/price")
	// ok: go-xpath-injection
	xmlquery.Find(catalog, "//article[1]/price")
}
