package main

import e "os/exec"

type T struct {
	A, B int `json:"a"`
}

func (t *T) Run(w io.Writer, args ...string) (int, error) {
	cmd, err := e.Command("sh", args...), error(nil)
	if err := cmd.Run(); err != nil {
		return 0, err
	}
	for i, a := range args {
		t.A += len(a[i:])
	}
	defer w.Write([]byte("x"))
	cfg := &Config{Name: "a", List: []int{1, 2}}
	switch v := cfg.(type) {
	case *T:
		v.B++
	}
	return cfg.A, nil
}
