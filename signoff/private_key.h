// signoff/private_key.h - the key somebody signs with, from a file.
//
// PKCS#8 PEM (`sluice signoff keygen`, openssl), with or without a passphrase, of Ed25519, ECDSA or
// RSA; and the file that ssh-keygen writes for an Ed25519 key without a passphrase. Keys that are
// locked, in an agent or on a token sign through `ssh-keygen -Y sign`, and their signature is added.
//
// Whose key it is says the file of allowed signers (signoff/allowed_signers.h), never the key.
#pragma once
#include <memory>
#include <string>
#include <string_view>

#include "base/result.h"
#include "signoff/public_key.h"

namespace sluice::signoff {

class PrivateKey {
 public:
  static Result<PrivateKey> generate();  // Ed25519
  // `file` names it in errors. The passphrase is asked for nowhere: it is given or the file has none.
  static Result<PrivateKey> parse(const std::string& file, std::string_view text, const std::string& passphrase = {});

  const PublicKey& public_key() const { return public_; }
  std::string pem(const std::string& passphrase = {}) const;  // PKCS#8; encrypted when there is a passphrase
  std::string public_pem() const;                             // SubjectPublicKeyInfo

  std::string sign_bare(std::string_view message) const;  // for DSSE; see PublicKey::verify_bare
  std::string sign_ssh(std::string_view message) const;   // packed; see PublicKey::verify_ssh

 private:
  PrivateKey(std::shared_ptr<EVP_PKEY> key, PublicKey of) : key_(std::move(key)), public_(std::move(of)) {}
  static Result<PrivateKey> from_openssl(const std::string& file, std::shared_ptr<EVP_PKEY> key);

  std::shared_ptr<EVP_PKEY> key_;
  PublicKey public_;
};

}  // namespace sluice::signoff
