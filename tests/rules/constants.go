package constants

const name = "secret"

var open = "secret"

func f(flag bool) {
	// ruleid: constant-known
	use(name)
	// ok: constant-known
	use(open)
	word := "secret"
	// ruleid: constant-known
	use(word)
	if flag {
		word := "other"
		// ok: constant-known
		use(word)
	}
	// ruleid: constant-known
	use(word)
}
