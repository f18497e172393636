// gate/signature_check.h - who signed some bytes: what the gate needs to know of signatures.
//
// The gate decides what a signature allows; whether it is one is for `signoff/` to say. The
// two meet here, so that the gate's tests need no keys.
#pragma once
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace sluice::gate {

struct Signer {
  std::string principal;           // "ciso@example.org"
  std::vector<std::string> roles;  // that this key may sign for
  std::string key;                 // fingerprint: "SHA256:..."
};

// Bytes and the signature as written (an armored SSH signature). An error says what is wrong
// with the signature; its place is not used.
using SignatureCheck = std::function<Result<Signer>(std::string_view bytes, std::string_view signature)>;

}  // namespace sluice::gate
