package a

func f(name string) {
	// ruleid: regex-code
	open("/tmp/a")
	// ok: regex-code
	open("/var/tmp")
	// ok: regex-code
	open(name)
	// ruleid: regex-content
	read("/tmp/a")
	// ok: regex-content
	read("a/tmp")
	where := "/tmp/b"
	// ruleid: regex-constant
	write(where)
	// ruleid: regex-constant
	write("/tmp/c")
	// ok: regex-constant
	write(name)
	// ruleid: regex-group
	fetch("s3://public/x")
	// ok: regex-group
	fetch("s3://internal/x")
	// ruleid: pattern-inside-value
	query(strip("select " + name))
	// ruleid: pattern-inside-value
	query(fmt.Sprintf("select %s", name))
	// ok: pattern-inside-value
	query("select a")
	// ruleid: pattern-not-value
	run(name)
	// ruleid: pattern-not-value
	run(join(clean(name)))
	// ok: pattern-not-value
	run(clean(name))
	// ok: pattern-not-value
	run("ls")
}
