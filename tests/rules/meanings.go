package main

import . "example.com/net/sockets"

func a(one RawQuery, two BoundQuery, x string) {
	// ruleid: meaning-declared-type-behind
	one.run(1)
	// ok: meaning-declared-type-behind
	two.run(1)
	// ruleid: meaning-joined-text
	send("select * " +
		"from t where " +
		x + ";")
	// ok: meaning-joined-text
	send("select " + x + "from t where ")
	// ruleid: meaning-dot-import
	Dial("tcp", x)
	// ok: meaning-dot-import
	Listen("tcp", x)
}
