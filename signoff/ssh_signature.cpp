#include "signoff/ssh_signature.h"

#include <fmt/format.h>

#include "base/text.h"
#include "signoff/base64.h"
#include "signoff/openssl.h"
#include "signoff/ssh_wire.h"

namespace sluice::signoff {
namespace {

constexpr std::string_view kMagic = "SSHSIG";
constexpr std::string_view kBegin = "-----BEGIN SSH SIGNATURE-----";
constexpr std::string_view kEnd = "-----END SSH SIGNATURE-----";
constexpr std::size_t kLineLength = 70;  // of ssh-keygen
constexpr std::size_t kMostBytes = 64 << 10;

std::unexpected<Errors> bad(std::string message) { return fail({}, "signoff-ssh-signature", std::move(message)); }

std::string hashed(std::string_view hash_name, std::string_view message) {
  return hash(hash_name == "sha256" ? EVP_sha256() : EVP_sha512(), message);
}

std::string what_is_signed(std::string_view name_space, std::string_view hash_name, std::string_view message) {
  std::string bytes(kMagic);
  put_text(bytes, name_space);
  put_text(bytes, "");
  put_text(bytes, hash_name);
  put_text(bytes, hashed(hash_name, message));
  return bytes;
}

Result<std::string> without_armor(std::string_view text) {
  text = trim(text);
  if (!text.starts_with(kBegin) || !text.ends_with(kEnd)) return bad("this is no SSH signature: expected `" + std::string(kBegin) + "` ... `" + std::string(kEnd) + "`");
  text.remove_prefix(kBegin.size());
  text.remove_suffix(std::min(text.size(), kEnd.size()));
  std::string packed;
  for (char c : text)
    if (c != '\n' && c != '\r') packed += c;
  auto bytes = from_base64(packed);
  if (!bytes) return bad(fmt::format("the signature is not base64 at its character {}", bytes.error() + 1));
  return *std::move(bytes);
}

}  // namespace

bool is_ssh_signature(std::string_view text) { return text.starts_with(kMagic) || trim(text).starts_with(kBegin); }

Result<SshSignature> SshSignature::parse(std::string_view text) {
  if (text.size() > kMostBytes) return bad("the signature is larger than any signature is");
  std::string bytes(text);
  if (!text.starts_with(kMagic)) {
    SLUICE_TRY(bytes, without_armor(text));
  }
  WireReader reader(bytes);
  if (reader.take(kMagic.size()) != kMagic) return bad("the bytes of the signature do not begin with SSHSIG");
  std::uint32_t version = reader.number();
  if (!reader.ok() || version != 1) return bad("the signature is of a version that is not known");
  std::string_view key_blob = reader.text(), name_space = reader.text();
  reader.text();  // reserved: to be ignored by who verifies
  std::string_view hash_name = reader.text(), signature = reader.text();
  if (!reader.ok_and_done()) return bad("the signature ends too early or too late");
  if (name_space.empty()) return bad("the signature has no namespace");
  if (hash_name != "sha256" && hash_name != "sha512") return bad("the signature's hash is neither sha256 nor sha512");
  SLUICE_TRY(PublicKey key, PublicKey::from_blob(key_blob));
  return SshSignature{std::move(key), std::string(name_space), std::string(hash_name), std::string(signature), bytes};
}

Result<void> SshSignature::verify(std::string_view message, std::string_view wanted) const {
  if (name_space != wanted)
    return bad(fmt::format("the signature was made for the namespace `{}`, not for `{}`", escape_terminal(name_space.substr(0, 128)), wanted));
  return key.verify_ssh(what_is_signed(name_space, hash_name, message), signature);
}

std::string ssh_sign(const PrivateKey& key, std::string_view message, std::string_view name_space) {
  constexpr std::string_view kHash = "sha512";
  std::string bytes(kMagic);
  put_number(bytes, 1);
  put_text(bytes, key.public_key().blob());
  put_text(bytes, name_space);
  put_text(bytes, "");
  put_text(bytes, kHash);
  put_text(bytes, key.sign_ssh(what_is_signed(name_space, kHash, message)));
  return bytes;
}

std::string armored(std::string_view bytes) {
  const std::string packed = to_base64(bytes);
  std::string text(kBegin);
  text += '\n';
  for (std::size_t at = 0; at < packed.size(); at += kLineLength) text.append(packed, at, kLineLength) += '\n';
  text += kEnd;
  text += '\n';
  return text;
}

}  // namespace sluice::signoff
