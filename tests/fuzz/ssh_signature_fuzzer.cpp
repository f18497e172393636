// Signatures, keys and lists of signers of strangers: they are read or refused, and never verify what nobody signed.
#include "signoff/ssh_signature.h"

#include "signoff/allowed_signers.h"
#include "signoff/base64.h"
#include "tests/fuzz/fuzzer.h"

namespace sluice::fuzz {

void fuzz_ssh_signature(std::string_view text) {
  auto signature = signoff::SshSignature::parse(text);
  if (!signature) return REQUIRE_THAT(!signature.error().empty());
  REQUIRE_THAT(!signature->verify("nobody signed this", signature->name_space));
  auto again = signoff::SshSignature::parse(signoff::armored(signature->bytes));
  REQUIRE_THAT(again && again->key.blob() == signature->key.blob() && again->signature == signature->signature);
}

void fuzz_allowed_signers(std::string_view text) {
  signoff::RevokedKeys revoked;
  if (auto added = revoked.add("revoked", text); !added) REQUIRE_THAT(!added.error().empty());
  auto signers = signoff::AllowedSigners::parse("allowed_signers", text);
  if (!signers) return REQUIRE_THAT(!signers.error().empty());
  for (const signoff::AllowedSigner& signer : signers->list()) {
    REQUIRE_THAT(!signer.principal.empty());
    auto key = signoff::PublicKey::from_line(signer.key.line());
    REQUIRE_THAT(key && key->fingerprint() == signer.key.fingerprint());
    (void)signoff::why_not(signer, "sluice-release-signoff", Date{});
  }
}

void fuzz_private_key(std::string_view text) {
  auto key = signoff::PrivateKey::parse("key", text, "secret");
  if (!key) return REQUIRE_THAT(!key.error().empty());
  REQUIRE_THAT(key->public_key().blob().size() > 30);
}

}  // namespace sluice::fuzz
