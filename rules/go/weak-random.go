package accounts

import (
	crand "crypto/rand"
	"math/big"
	"math/rand"
)

func pin() int {
	// ruleid: go-weak-random
	return rand.Intn(10000)
}

func strongPin() (*big.Int, error) {
	// ok: go-weak-random
	return crand.Int(crand.Reader, big.NewInt(10000))
}
