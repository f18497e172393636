// signoff/ssh_signature.h - signatures as `ssh-keygen -Y sign` makes them (OpenSSH's PROTOCOL.sshsig).
//
//   -----BEGIN SSH SIGNATURE-----
//   base64 of: "SSHSIG", version 1, public key, namespace, reserved, hash name, signature
//   -----END SSH SIGNATURE-----
//
// Signed is not the message itself but "SSHSIG", namespace, reserved, hash name and the message's
// hash: a signature for one purpose (git, a release) is none for another.
//
// The key inside proves nothing about who signed: that is the allowed signers' to say.
#pragma once
#include <string>
#include <string_view>

#include "base/result.h"
#include "signoff/private_key.h"
#include "signoff/public_key.h"

namespace sluice::signoff {

struct SshSignature {
  PublicKey key;
  std::string name_space;
  std::string hash_name;  // "sha256" or "sha512"
  std::string signature;  // packed, see PublicKey::verify_ssh
  std::string bytes;      // all of it, without armor

  static Result<SshSignature> parse(std::string_view armored_or_bytes);
  // Errors: another namespace, changed bytes.
  Result<void> verify(std::string_view message, std::string_view name_space) const;
};

bool is_ssh_signature(std::string_view armored_or_bytes);
// The bytes inside the armor; the armored form is what files hold, the bytes what an envelope holds.
std::string ssh_sign(const PrivateKey& key, std::string_view message, std::string_view name_space);
std::string armored(std::string_view signature_bytes);

}  // namespace sluice::signoff
