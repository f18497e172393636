package shop

import (
	"archive/tar"
	"archive/zip"
	"fmt"
	"log"
	"net/http"
	"os"
	"path/filepath"
	"runtime/debug"
	"strings"
)

var feeds = map[string]string{"news": "https://news.example/feed"}

func invoice(w http.ResponseWriter, r *http.Request) {
	name := filepath.Join("/srv/invoices", r.URL.Query().Get("name"))
	file, err := os.Open("/srv/notes/" + r.FormValue("note"))
	http.ServeFile(w, r, r.PathValue("file"))
	safe := filepath.Join("/srv/invoices", filepath.Base(r.URL.Query().Get("name")))
	fixed := filepath.Join("/srv/invoices", "terms.pdf")
	fmt.Println(name, file, err, safe, fixed)
}

func next(w http.ResponseWriter, r *http.Request) {
	http.Redirect(w, r, r.FormValue("next"), http.StatusFound)
	http.Redirect(w, r, r.URL.Query().Get("target"), 302)
	http.Redirect(w, r, "/home", http.StatusFound)
	http.Redirect(w, r, "/orders/"+r.FormValue("id"), http.StatusFound)
}

func preview(w http.ResponseWriter, r *http.Request) {
	first, err := http.Get(r.FormValue("url"))
	second, err := http.NewRequest("GET", r.URL.Query().Get("callback"), nil)
	third, err := http.Get(feeds[r.FormValue("feed")])
	fourth, err := http.Get("https://news.example/item/" + r.FormValue("id"))
	fmt.Println(first, second, third, fourth, err)
}

func unzip(archive *zip.ReadCloser, target string) {
	for _, f := range archive.File {
		// ruleid: go-zip-entry-path
		path := filepath.Join(target, f.Name)
		fmt.Println(path)
	}
}

func untar(archive *tar.Reader, target string) error {
	for {
		header, err := archive.Next()
		if err != nil {
			return err
		}
		// ruleid: go-zip-entry-path
		path := filepath.Join(target, header.Name)
		fmt.Println(path)
	}
}

func unzipChecked(archive *zip.ReadCloser, target string) error {
	for _, f := range archive.File {
		// ok: go-zip-entry-path
		path := filepath.Join(target, f.Name)
		if !strings.HasPrefix(path, target+string(os.PathSeparator)) {
			return fmt.Errorf("entry outside of target: %s", f.Name)
		}
		fmt.Println(path)
	}
	return nil
}

func unzipLocal(archive *zip.ReadCloser, target string) error {
	for _, f := range archive.File {
		if !filepath.IsLocal(f.Name) {
			return fmt.Errorf("entry outside of target: %s", f.Name)
		}
		// ok: go-zip-entry-path
		fmt.Println(filepath.Join(target, f.Name))
	}
	return nil
}

func audit(r *http.Request) {
	log.Println("login of", r.FormValue("user"))
	log.Printf("refused coupon %s", r.URL.Query().Get("coupon"))
	log.Printf("login of %q", r.FormValue("user"))
	log.Println("checkout failed")
}

func answer(w http.ResponseWriter, err error) {
	// ruleid: go-error-detail-exposure
	http.Error(w, err.Error(), http.StatusInternalServerError)
	// ruleid: go-error-detail-exposure
	w.Write(debug.Stack())
	// ok: go-error-detail-exposure
	http.Error(w, "internal error", http.StatusInternalServerError)
	// ok: go-error-detail-exposure
	http.Error(w, err.Error(), http.StatusBadRequest)
}

func cookies(w http.ResponseWriter, r *http.Request, id string) {
	// ruleid: go-cookie-without-secure
	http.SetCookie(w, &http.Cookie{Name: "sid", Value: id, HttpOnly: true})
	// ruleid: go-cookie-without-secure
	cookie := http.Cookie{Name: "remember", Value: id}
	http.SetCookie(w, &cookie)
	// ok: go-cookie-without-secure
	http.SetCookie(w, &http.Cookie{Name: "sid", Value: id, HttpOnly: true, Secure: true})
	// ok: go-cookie-without-secure
	http.SetCookie(w, &http.Cookie{Name: "sid", MaxAge: -1})
	// ruleid: go-cookie-without-secure
	http.SetCookie(w, &http.Cookie{Name: "sid", Value: id, HttpOnly: true, Secure: false})
	// ruleid: go-cookie-httponly-disabled
	http.SetCookie(w, &http.Cookie{Name: "sid", Value: id, Secure: true, HttpOnly: false})
	// ruleid: go-cookie-httponly-disabled
	cookie.HttpOnly = false
	// ok: go-cookie-httponly-disabled
	cookie.HttpOnly = true
	// ok: go-cookie-httponly-disabled
	http.SetCookie(w, &http.Cookie{Name: "sid", Value: id, Secure: true, HttpOnly: true})
}

func origins(w http.ResponseWriter, r *http.Request) {
	// ruleid: go-cors-any-origin
	w.Header().Set("Access-Control-Allow-Origin", "*")
	// ruleid: go-cors-any-origin
	w.Header().Set("Access-Control-Allow-Origin", r.Header.Get("Origin"))
	// ok: go-cors-any-origin
	w.Header().Set("Access-Control-Allow-Origin", "https://shop.example")
	// ok: go-cors-any-origin
	w.Header().Set("Content-Type", "*")
}
