#include "signoff/verify_signature.h"

#include <fmt/format.h>

#include "base/text.h"
#include "signoff/ssh_signature.h"

namespace sluice::signoff {
namespace {

std::unexpected<Errors> refuse(std::string message) { return fail({}, "signoff-signature", std::move(message)); }

// The signature fits `key`: may anybody use that key here?
Result<Signer> find_signer(const PublicKey& key, const AllowedSigners& allowed, std::string_view name_space, Date day) {
  if (allowed.is_revoked(key)) return refuse(fmt::format("the key {} is revoked", key.fingerprint()));
  std::string reasons;
  for (const AllowedSigner& signer : allowed.list()) {
    if (signer.key.blob() != key.blob()) continue;
    std::optional<std::string> reason = why_not(signer, name_space, day);
    if (!reason) return Signer{signer.principal, signer.roles, key.fingerprint()};
    reasons += (reasons.empty() ? "" : "; ") + *reason;
  }
  if (!reasons.empty()) return refuse(std::move(reasons));
  return refuse(fmt::format("the key {} is of nobody among the allowed signers", key.fingerprint()));
}

}  // namespace

Result<Signer> verify_signature(std::string_view bytes, std::string_view signature, const AllowedSigners& allowed,
                                std::string_view name_space, Date day) {
  SLUICE_TRY(SshSignature parsed, SshSignature::parse(signature));
  SLUICE_CHECK(parsed.verify(bytes, name_space));
  return find_signer(parsed.key, allowed, name_space, day);
}

Result<Signer> verify_bare_signature(std::string_view bytes, std::string_view signature, const AllowedSigners& allowed,
                                     std::string_view name_space, Date day) {
  for (const AllowedSigner& signer : allowed.list())
    if (signer.key.verify_bare(bytes, signature)) return find_signer(signer.key, allowed, name_space, day);
  return refuse("the signature does not fit the signed bytes and the key of any allowed signer: bytes were changed, or a stranger signed");
}

}  // namespace sluice::signoff
