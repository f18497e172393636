// signoff/revoked_keys.h - keys that count no more, whoever they belong to: lost, stolen, of somebody who left.
//
// Two kinds of file are read, told apart by their content:
//   - text: a line of a `.pub` file or `SHA256:...` a line
//   - a key revocation list of OpenSSH (`ssh-keygen -k`, PROTOCOL.krl): keys and fingerprints count. Certificates in it
//     are passed over, since no certificate is ever a signer here; its own signature is not checked, as ssh-keygen does
//     not: trust the file as the file of allowed signers.
// What is not understood is a mistake: a key that somebody meant to revoke must not go on signing.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "signoff/public_key.h"

namespace sluice::signoff {

class RevokedKeys {
 public:
  // Adds what the file has; all mistakes at once.
  Result<void> add(const std::string& file, std::string_view text);
  bool contains(const PublicKey& key) const;

 private:
  Result<void> add_lines(const std::string& file, std::string_view text);
  Result<void> add_krl(const std::string& file, std::string_view bytes);
  std::vector<std::string> fingerprints_;  // "SHA256:..."
  std::vector<std::string> sha1_;          // of the key as SSH packs it; only lists of OpenSSH have it
};

}  // namespace sluice::signoff
