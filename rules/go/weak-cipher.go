package accounts

import (
	"crypto/aes"
	"crypto/cipher"
	"crypto/des"
	"crypto/rc4"
)

func weak(key []byte) (cipher.Block, error) {
	// ruleid: go-weak-cipher
	return des.NewCipher(key)
}

func stream(key []byte) (*rc4.Cipher, error) {
	// ruleid: go-weak-cipher
	return rc4.NewCipher(key)
}

func strong(key []byte) (cipher.Block, error) {
	// ok: go-weak-cipher
	return aes.NewCipher(key)
}
