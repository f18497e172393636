#include "signoff/revoked_keys.h"

#include <fmt/format.h>
#include <openssl/evp.h>

#include <algorithm>

#include "base/digest.h"
#include "base/text.h"
#include "signoff/base64.h"
#include "signoff/openssl.h"
#include "signoff/ssh_wire.h"

namespace sluice::signoff {
namespace {

constexpr std::string_view kFingerprint = "SHA256:";
constexpr std::size_t kFingerprintDigits = 43;  // base64 of 32 bytes without `=`
constexpr std::size_t kSha256Size = 32, kSha1Size = 20;

// PROTOCOL.krl of OpenSSH.
constexpr std::string_view kKrlMagic("SSHKRL\n\0", 8);
constexpr std::uint32_t kKrlVersion = 1;
enum Section : std::uint8_t { kCertificates = 1, kKeys = 2, kSha1s = 3, kSignature = 4, kSha256s = 5, kExtension = 255 };

std::unexpected<Errors> bad_list(const std::string& file, std::string message) { return fail({file}, "signoff-revoked", std::move(message)); }

std::string fingerprint_of_digest(std::string_view digest) {
  std::string text = to_base64(digest);
  while (text.ends_with('=')) text.pop_back();
  return std::string(kFingerprint) + text;
}

bool is_fingerprint(std::string_view text) {
  auto digest = from_base64(text.substr(kFingerprint.size()));
  return text.size() == kFingerprint.size() + kFingerprintDigits && digest && digest->size() == kSha256Size;
}

std::string sha1_of(std::string_view bytes) {
  std::string digest(kSha1Size, '\0');
  unsigned int size = 0;
  bool ok = EVP_Digest(bytes.data(), bytes.size(), reinterpret_cast<unsigned char*>(digest.data()), &size, EVP_sha1(), nullptr) == 1;
  return ok && size == kSha1Size ? digest : std::string();
}

}  // namespace

Result<void> RevokedKeys::add(const std::string& file, std::string_view text) {
  return text.starts_with(kKrlMagic) ? add_krl(file, text) : add_lines(file, text);
}

Result<void> RevokedKeys::add_lines(const std::string& file, std::string_view text) {
  Errors errors;
  std::uint32_t number = 0;
  for (std::string_view line : split(text, '\n')) {
    ++number;
    line = trim(line);
    if (line.empty() || line.starts_with('#')) continue;
    if (line.starts_with(kFingerprint)) {
      std::string_view fingerprint = line.substr(0, line.find_first_of(" \t"));
      if (is_fingerprint(fingerprint)) fingerprints_.emplace_back(fingerprint);
      else errors.add({file, number, 1}, "signoff-revoked", "this is no fingerprint: expected `SHA256:` and 43 characters, as `ssh-keygen -l` prints it");
      continue;
    }
    Result<PublicKey> key = PublicKey::from_line(line);
    if (key) fingerprints_.push_back(key->fingerprint());
    else errors.add({file, number, 1}, "signoff-revoked", "a revoked key is a line of a `.pub` file or `SHA256:...`: " + key.error().list.front().message);
  }
  if (!errors.empty()) return std::unexpected(std::move(errors));
  return {};
}

Result<void> RevokedKeys::add_krl(const std::string& file, std::string_view bytes) {
  WireReader reader(bytes);
  reader.take(kKrlMagic.size());
  if (std::uint32_t version = reader.number(); reader.ok() && version != kKrlVersion)
    return bad_list(file, fmt::format("the key revocation list is of version {}; version {} is known", version, kKrlVersion));
  reader.take(3 * 8);  // number of the list, when it was made, flags
  reader.text(), reader.text();  // reserved, comment
  while (reader.ok() && !reader.rest().empty()) {
    std::uint8_t type = reader.byte();
    WireReader section(reader.text());
    if (!reader.ok()) break;
    if (type == kSignature) {
      reader.text();  // the section was the key, this is the signature
      continue;
    }
    if (type == kCertificates) continue;
    if (type == kExtension) {
      section.text();
      if (section.byte() != 0) return bad_list(file, "the key revocation list has a critical extension that is not known");
      continue;
    }
    if (type != kKeys && type != kSha1s && type != kSha256s) return bad_list(file, fmt::format("the key revocation list has a section of unknown type {}", type));
    while (section.ok() && !section.rest().empty()) {
      std::string_view entry = section.text();
      std::size_t wanted = type == kSha1s ? kSha1Size : type == kSha256s ? kSha256Size : entry.size();
      if (!section.ok() || entry.empty() || entry.size() != wanted) return bad_list(file, "the key revocation list is damaged");
      if (type == kSha1s) sha1_.emplace_back(entry);
      else fingerprints_.push_back(fingerprint_of_digest(type == kSha256s ? std::string(entry) : sha256_bytes(entry)));
    }
  }
  if (!reader.ok()) return bad_list(file, "the key revocation list is cut off");
  return {};
}

bool RevokedKeys::contains(const PublicKey& key) const {
  if (std::ranges::find(fingerprints_, key.fingerprint()) != fingerprints_.end()) return true;
  return !sha1_.empty() && std::ranges::find(sha1_, sha1_of(key.blob())) != sha1_.end();
}

}  // namespace sluice::signoff
