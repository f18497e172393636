#include "base/digest.h"

#include <fmt/format.h>
#include <openssl/evp.h>

#include <iterator>

#include "base/result.h"

namespace sluice {
namespace {

// Found once: what EVP_sha256() gives is looked up anew with every digest.
const EVP_MD* sha256() {
  static const EVP_MD* algorithm = EVP_MD_fetch(nullptr, "SHA256", nullptr);
  SLUICE_ASSERT(algorithm, "OpenSSL has SHA-256");
  return algorithm;
}

std::string digest(const EVP_MD* algorithm, std::string_view bytes) {
  unsigned char out[EVP_MAX_MD_SIZE];
  unsigned size = 0;
  int ok = EVP_Digest(bytes.data(), bytes.size(), out, &size, algorithm, nullptr);
  SLUICE_ASSERT(ok == 1, "hashing bytes in memory cannot fail");
  return {reinterpret_cast<char*>(out), size};
}

std::string hex(std::string_view bytes) {
  constexpr std::string_view kDigits = "0123456789abcdef";
  std::string out;
  out.reserve(bytes.size() * 2);
  for (unsigned char c : bytes) {
    out += kDigits[c >> 4];
    out += kDigits[c & 0xF];
  }
  return out;
}

// The UUID namespace of Sluice, drawn once at random: never change it, or all guids change.
constexpr std::string_view kNamespace = "\x3b\x8e\x51\xf2\x9c\x47\x4d\x0a\x8f\x63\x1a\xd5\x72\xe0\xb9\x16";

}  // namespace

std::string sha256_hex(std::string_view bytes) { return hex(digest(sha256(), bytes)); }

std::string sha256_bytes(std::string_view bytes) { return digest(sha256(), bytes); }

std::string digest_of_parts(const std::vector<std::pair<std::string, std::string>>& parts) {
  std::string text;
  for (const auto& [name, value] : parts)
    fmt::format_to(std::back_inserter(text), "{}:{}={}:{}\n", name.size(), name, value.size(), value);
  return sha256_hex(text);
}

std::string stable_guid(std::string_view name) {
  std::string bytes = digest(EVP_sha1(), std::string(kNamespace) + std::string(name)).substr(0, 16);
  bytes[6] = static_cast<char>((bytes[6] & 0x0F) | 0x50);  // version 5
  bytes[8] = static_cast<char>((bytes[8] & 0x3F) | 0x80);  // RFC 4122 variant
  std::string h = hex(bytes);
  return fmt::format("{}-{}-{}-{}-{}", h.substr(0, 8), h.substr(8, 4), h.substr(12, 4), h.substr(16, 4), h.substr(20));
}

}  // namespace sluice
