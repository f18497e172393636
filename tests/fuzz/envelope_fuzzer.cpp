// Sign-offs of strangers: whatever the bytes, an envelope reads back as it was, and nobody signed it who did not.
#include "signoff/envelope.h"

#include "signoff/statement.h"
#include "tests/fuzz/fuzzer.h"

namespace sluice::fuzz {

void fuzz_envelope(std::string_view text) {
  auto envelope = signoff::Envelope::parse("envelope", text);
  if (!envelope) return REQUIRE_THAT(!envelope.error().empty());
  auto again = signoff::Envelope::parse("envelope", envelope->text());
  REQUIRE_THAT(again && again->payload == envelope->payload && again->to_be_signed() == envelope->to_be_signed());
  static const auto allowed = signoff::AllowedSigners::parse("allowed", "ada ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIOx8upvjqyRPRgXIvrxMOjPwsghluWhomQ3tyZ7GNK7x\n");
  for (const auto& one : check_signatures(*envelope, *allowed, signoff::kReleaseNamespace, Date{})) REQUIRE_THAT(!one.problem.empty());
}

void fuzz_statement(std::string_view text) {
  auto statement = signoff::parse_statement("statement", text);
  if (!statement) return REQUIRE_THAT(!statement.error().empty());
  REQUIRE_THAT(signoff::difference(text, text).empty());
}

}  // namespace sluice::fuzz
