// signoff/verify_signature.h - who signed these bytes? The one question that waivers, sign-offs and ledgers ask.
//
//   SLUICE_TRY(AllowedSigners allowed, AllowedSigners::load("allowed_signers"));
//   SLUICE_TRY(Signer signer, verify_signature(bytes, signature, allowed, kWaiverNamespace, day));
//   // signer.principal signed exactly these bytes for that purpose, and may do so
//
// The signature is one of `ssh-keygen -Y sign -n NAMESPACE` or of Sluice, armored.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "base/time.h"
#include "signoff/allowed_signers.h"

namespace sluice::signoff {

// What a signature is for. One for a waiver is none for a release.
inline constexpr std::string_view kReleaseNamespace = "sluice-release-signoff";
inline constexpr std::string_view kWaiverNamespace = "sluice-waiver";
inline constexpr std::string_view kCheckpointNamespace = "sluice-ledger-checkpoint";

struct Signer {
  std::string principal;
  std::vector<std::string> roles;  // sorted; may be empty
  std::string key_fingerprint;     // "SHA256:..."
};

// Errors say which it was: no signature at all, changed bytes, another namespace, a key that
// nobody on the list has, one that is revoked, or one that is not valid on that day.
Result<Signer> verify_signature(std::string_view bytes, std::string_view signature, const AllowedSigners& allowed,
                                std::string_view name_space, Date day);

// The same for the bare signature of an envelope (Ed25519, ECDSA): tries the keys of all signers.
Result<Signer> verify_bare_signature(std::string_view bytes, std::string_view signature, const AllowedSigners& allowed,
                                     std::string_view name_space, Date day);

}  // namespace sluice::signoff
