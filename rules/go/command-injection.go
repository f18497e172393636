package tools

import (
	"net/http"
	"os"
	"os/exec"
)

func thumbnail(w http.ResponseWriter, r *http.Request) {
	name := r.FormValue("name")
	// ruleid: go-command-injection
	exec.Command("sh", "-c", "convert "+name+" out.png").Run()
	// ruleid: go-command-injection
	exec.Command(name).Run()
	// ok: go-command-injection
	exec.Command("identify", name).Run()
	// ok: go-command-injection
	exec.Command("identify", "in.png").Run()
}

func nightly() {
	// ruleid: go-command-injection-indirect
	exec.Command(os.Getenv("NIGHTLY_JOB")).Run()
	// ok: go-command-injection-indirect
	exec.Command("nightly").Run()
}
