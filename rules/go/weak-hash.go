package accounts

import (
	"crypto/md5"
	"crypto/sha1"
	"crypto/sha256"
)

func weak(data []byte) [16]byte {
	// ruleid: go-weak-hash
	return md5.Sum(data)
}

func old() {
	// ruleid: go-weak-hash
	hash := sha1.New()
	hash.Write([]byte("order"))
}

func strong(data []byte) [32]byte {
	// ok: go-weak-hash
	return sha256.Sum256(data)
}
