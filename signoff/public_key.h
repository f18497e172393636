// signoff/public_key.h - a public key of a signer, in the form OpenSSH writes them.
//
// Types: ssh-ed25519, ecdsa-sha2-nistp256/384/521, ssh-rsa (2048 bits or more, with SHA-2), and
// the keys on security tokens, sk-ssh-ed25519@openssh.com and sk-ecdsa-sha2-nistp256@openssh.com.
// Formats: RFC 4253 6.6, RFC 5656 3.1, RFC 8709, OpenSSH's PROTOCOL.u2f.
#pragma once
#include <openssl/types.h>

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "base/result.h"

namespace sluice::signoff {

enum class KeyType : std::uint8_t { Ed25519, EcdsaP256, EcdsaP384, EcdsaP521, Rsa, TokenEd25519, TokenEcdsaP256 };
std::string_view to_string(KeyType type);  // as OpenSSH names it: "ssh-ed25519"

class PublicKey {
 public:
  // Of the bytes that stand in base64 in an OpenSSH `.pub` file.
  static Result<PublicKey> from_blob(std::string_view blob);
  // Of a line of a `.pub` file: type, base64, comment.
  static Result<PublicKey> from_line(std::string_view line);
  static Result<PublicKey> from_openssl(EVP_PKEY* key);  // shares the key

  KeyType type() const { return type_; }
  const std::string& blob() const { return blob_; }
  std::string line() const;         // `ssh-ed25519 AAAA...`
  std::string fingerprint() const;  // `SHA256:...`, as `ssh-keygen -l` prints it

  // A signature as SSH packs it: the algorithm's name, then its bytes.
  Result<void> verify_ssh(std::string_view message, std::string_view signature) const;
  // The bare signature of a DSSE envelope: Ed25519 (64 bytes) or ECDSA with the curve's hash (DER, or r and s).
  Result<void> verify_bare(std::string_view message, std::string_view signature) const;

 private:
  PublicKey() = default;
  Result<void> verify_by(std::string_view algorithm, std::string_view message, std::string_view bytes) const;

  KeyType type_ = KeyType::Ed25519;
  std::string blob_;
  std::string application_;  // of a key on a token
  std::shared_ptr<EVP_PKEY> key_;
};

}  // namespace sluice::signoff
