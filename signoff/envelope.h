// signoff/envelope.h - DSSE: bytes, what they are, and who signed them.
//
//   {"payloadType": "application/vnd.in-toto+json", "payload": BASE64, "signatures": [{"keyid": .., "sig": BASE64}]}
//
// Signed is the pre-authentication encoding of type and bytes (`to_be_signed`), so that no
// bytes signed as one thing can be passed off as another. Whoever verifies does so on the very
// bytes that are parsed afterwards. (DSSE 1.0.2, github.com/secure-systems-lab/dsse.)
//
// A signature is bare (Ed25519, ECDSA; other DSSE tools read it) or an SSH signature in its
// bytes ("SSHSIG..."), made over the same encoding in the namespace kReleaseNamespace: so the
// keys, agents and tokens that people have are enough. A `keyid` is a hint for people, never trusted.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "signoff/private_key.h"
#include "signoff/verify_signature.h"

namespace sluice::signoff {

inline constexpr std::string_view kStatementType = "application/vnd.in-toto+json";
inline constexpr std::size_t kMostEnvelopeBytes = std::size_t{512} << 20;
inline constexpr std::size_t kMostSignatures = 100;

struct EnvelopeSignature {
  std::string keyid;
  std::string bytes;
};

struct Envelope {
  std::string payload_type;
  std::string payload;
  std::vector<EnvelopeSignature> signatures;

  // Either base64 alphabet. An envelope without signatures is one that waits for them.
  static Result<Envelope> parse(const std::string& file, std::string_view text);
  std::string text() const;  // JSON, ends in a newline
  std::string to_be_signed() const;
};

enum class SignatureForm { Bare, Ssh };
void add_signature(Envelope& envelope, const PrivateKey& key, SignatureForm form, std::string_view name_space = kReleaseNamespace);

// What one signature is worth; `problem` is empty when `signer` signed.
struct CheckedSignature {
  std::string keyid;  // as the envelope claims
  Signer signer;
  std::string problem;
};
// One for each signature, in their order.
std::vector<CheckedSignature> check_signatures(const Envelope& envelope, const AllowedSigners& allowed, std::string_view name_space, Date day);

// "DSSEv1 LENGTH TYPE LENGTH BODY"
std::string pre_authentication_encoding(std::string_view type, std::string_view body);

}  // namespace sluice::signoff
