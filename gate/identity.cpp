#include "gate/identity.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/digest.h"

namespace sluice::gate {
namespace {

int hex_value(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

std::string percent_decoded(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    bool escape = text[i] == '%' && i + 2 < text.size() && hex_value(text[i + 1]) >= 0 && hex_value(text[i + 2]) >= 0;
    out += escape ? static_cast<char>(hex_value(text[i + 1]) * 16 + hex_value(text[i + 2])) : text[i];
    if (escape) i += 2;
  }
  return out;
}

}  // namespace

std::string make_identity(const IdentityParts& parts) { return digest_of_parts(parts); }

std::string identity_bytes_of(std::string_view identity) {
  std::string bytes;
  for (std::size_t i = 0; i + 1 < identity.size(); i += 2)
    bytes += static_cast<char>(hex_value(identity[i]) * 16 + hex_value(identity[i + 1]));
  return bytes;
}

std::string purl_without_version(std::string_view purl) {
  std::string_view subpath;
  if (auto hash = purl.find('#'); hash != std::string_view::npos) subpath = purl.substr(hash);
  std::string_view rest = purl.substr(0, purl.size() - subpath.size());
  rest = rest.substr(0, rest.find('?'));
  // An `@` of a scope is written %40 in a purl, so the last one begins the version.
  auto at = rest.rfind('@');
  bool is_version = at != std::string_view::npos && rest.find('/', at) == std::string_view::npos;
  return std::string(is_version ? rest.substr(0, at) : rest) + std::string(subpath);
}

std::string image_without_version(std::string_view image) {
  image = image.substr(0, image.find('@'));
  // A colon before the last slash belongs to the registry's port.
  auto colon = image.rfind(':');
  bool is_tag = colon != std::string_view::npos && image.find('/', colon) == std::string_view::npos;
  return std::string(is_tag ? image.substr(0, colon) : image);
}

std::string plain_path(std::string_view path_or_uri) {
  std::string path(path_or_uri);
  if (path_or_uri.starts_with("file:")) {
    std::string_view rest = path_or_uri.substr(5);
    // file:///a and file:////a both mean /a: the authority is empty.
    auto first = rest.find_first_not_of('/');
    path = percent_decoded(first == std::string_view::npos ? "/" : "/" + std::string(rest.substr(first)));
  }
  std::ranges::replace(path, '\\', '/');
  while (path.starts_with("./")) path.erase(0, 2);
  return path;
}

}  // namespace sluice::gate
