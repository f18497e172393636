// signoff/allowed_signers.h - who may sign what, with which key, and when: the trust that all rests on.
//
// The file is that of `ssh-keygen -Y verify` (ssh-keygen(1), ALLOWED SIGNERS), one signer a line:
//
//   ada@example.org,role:release-manager namespaces="sluice-*" valid-before="20271231" ssh-ed25519 AAAA...
//
// The first word names the principal, and, which ssh-keygen sees as further principals, the roles:
// `role:NAME`.
// Times are UTC, with or without `Z`: a decision must not depend on where a machine stands.
//
// Refused: patterns as principals (`*@example.org`: nobody could say who signed), keys of
// certificate authorities, options that are not known.
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "base/time.h"
#include "signoff/public_key.h"
#include "signoff/revoked_keys.h"

namespace sluice::signoff {

struct AllowedSigner {
  std::string principal;
  std::vector<std::string> roles;       // sorted, without repeats
  std::vector<std::string> namespaces;  // patterns with * and ?; empty: every namespace
  std::optional<Instant> valid_after, valid_before;
  PublicKey key;
  Place place;
};

class AllowedSigners {
 public:
  // All mistakes at once. A file without a signer is a mistake.
  static Result<AllowedSigners> parse(std::string file, std::string_view text);
  static Result<AllowedSigners> load(const std::string& path);

  Result<void> revoke(const std::string& file, std::string_view text) { return revoked_.add(file, text); }

  const std::vector<AllowedSigner>& list() const { return signers_; }
  bool is_revoked(const PublicKey& key) const { return revoked_.contains(key); }

 private:
  std::vector<AllowedSigner> signers_;
  RevokedKeys revoked_;
};

// Nothing when the signer's key may be used for the namespace on that day (its first second);
// else why not, for people.
std::optional<std::string> why_not(const AllowedSigner& signer, std::string_view name_space, Date day);

}  // namespace sluice::signoff
