package shop

import (
	"crypto/aes"
	"crypto/cipher"
	"crypto/des"
	"crypto/md5"
	crand "crypto/rand"
	"crypto/rc4"
	"crypto/rsa"
	"crypto/sha1"
	"crypto/sha256"
	"crypto/tls"
	"crypto/x509"
	"encoding/hex"
	"math/rand"
	"os"
	"strconv"

	"github.com/golang-jwt/jwt/v5"
	"golang.org/x/crypto/bcrypt"
	"golang.org/x/crypto/ssh"
)

func digests(data []byte) {
	first := md5.Sum(data)
	second := sha1.New()
	third := sha256.Sum256(data)
	fourth := sha256.New()
	use(first, second, third, fourth)
}

func ciphers(key []byte) {
	first, err := des.NewCipher(key)
	second, err := rc4.NewCipher(key)
	third, err := aes.NewCipher(key)
	fourth, err := cipher.NewGCM(third)
	use(first, second, third, fourth, err)
}

func keys() {
	// ruleid: go-short-rsa-key
	first, err := rsa.GenerateKey(crand.Reader, 1024)
	// ruleid: go-short-rsa-key
	second, err := rsa.GenerateKey(crand.Reader, 512)
	// ok: go-short-rsa-key
	third, err := rsa.GenerateKey(crand.Reader, 3072)
	// ok: go-short-rsa-key
	fourth, err := rsa.GenerateKey(crand.Reader, 2048)
	use(first, second, third, fourth, err)
}

func newResetToken() string {
	return strconv.FormatUint(rand.Uint64(), 16)
}

func generatePassword(length int) string {
	letters := make([]byte, length)
	for i := range letters {
		letters[i] = byte('a' + rand.Intn(26))
	}
	return string(letters)
}

func newSessionID() string {
	data := make([]byte, 16)
	if _, err := crand.Read(data); err != nil {
		panic(err)
	}
	return hex.EncodeToString(data)
}

func rollDice() int {
	return rand.Intn(6) + 1
}

func clients(pool *x509.CertPool, check func(tls.ConnectionState) error) {
	// ruleid: go-tls-verification-disabled
	first := &tls.Config{InsecureSkipVerify: true}
	second := &tls.Config{ServerName: "media.example"}
	// ruleid: go-tls-verification-disabled
	second.InsecureSkipVerify = true
	// ok: go-tls-verification-disabled
	third := &tls.Config{RootCAs: pool}
	// ok: go-tls-verification-disabled
	fourth := &tls.Config{InsecureSkipVerify: true, VerifyConnection: check}
	// ruleid: go-obsolete-tls-version
	fifth := &tls.Config{MinVersion: tls.VersionTLS10}
	// ruleid: go-obsolete-tls-version
	second.MinVersion = tls.VersionTLS11
	// ok: go-obsolete-tls-version
	sixth := &tls.Config{MinVersion: tls.VersionTLS12}
	// ok: go-obsolete-tls-version
	second.MinVersion = tls.VersionTLS13
	use(first, second, third, fourth, fifth, sixth)
}

func connect(key ssh.PublicKey) {
	// ruleid: go-ssh-host-key-unchecked
	first := &ssh.ClientConfig{User: "backup", HostKeyCallback: ssh.InsecureIgnoreHostKey()}
	second := &ssh.ClientConfig{User: "backup"}
	// ruleid: go-ssh-host-key-unchecked
	second.HostKeyCallback = ssh.InsecureIgnoreHostKey()
	// ok: go-ssh-host-key-unchecked
	third := &ssh.ClientConfig{User: "backup", HostKeyCallback: ssh.FixedHostKey(key)}
	// ok: go-ssh-host-key-unchecked
	second.HostKeyCallback = ssh.FixedHostKey(key)
	use(first, second, third)
}

func sign(token *jwt.Token, key []byte) {
	// ruleid: go-hardcoded-jwt-key
	first, err := token.SignedString([]byte("shop-signing-key"))
	// ruleid: go-hardcoded-jwt-key
	second, err := aes.NewCipher([]byte("0123456789abcdef"))
	// ok: go-hardcoded-jwt-key
	third, err := token.SignedString(key)
	// ok: go-hardcoded-jwt-key
	fourth, err := token.SignedString([]byte(os.Getenv("JWT_KEY")))
	use(first, second, third, fourth, err)
}

func share(path string, file *os.File) {
	// ruleid: go-file-writable-by-all
	os.Chmod(path, 0777)
	// ruleid: go-file-writable-by-all
	file.Chmod(0o666)
	// ok: go-file-writable-by-all
	os.Chmod(path, 0750)
	// ok: go-file-writable-by-all
	file.Chmod(0o644)
}

func login(hash, password []byte, text string, find jwt.Keyfunc) error {
	// ruleid: go-security-result-ignored
	_ = bcrypt.CompareHashAndPassword(hash, password)
	// ruleid: go-security-result-ignored
	token, _ := jwt.Parse(text, find)
	use(token)
	// ok: go-security-result-ignored
	if err := bcrypt.CompareHashAndPassword(hash, password); err != nil {
		return err
	}
	// ok: go-security-result-ignored
	checked, err := jwt.Parse(text, find)
	use(checked)
	return err
}

func use(values ...any) {}
