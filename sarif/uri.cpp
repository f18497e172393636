#include "sarif/uri.h"

#include <charconv>

#include "base/text.h"

namespace sluice::sarif {
namespace {

bool is_plain(unsigned char c) {
  const bool alphanumeric = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  return alphanumeric || std::string_view("-._~!$&'()*+,;=@").find(static_cast<char>(c)) != std::string_view::npos;
}

void append_encoded(std::string& out, std::string_view segment) {
  static constexpr char kHex[] = "0123456789ABCDEF";
  for (const char c : segment) {
    const auto byte = static_cast<unsigned char>(c);
    if (is_plain(byte)) {
      out += c;
      continue;
    }
    out += '%';
    out += kHex[byte >> 4];
    out += kHex[byte & 15];
  }
}

}  // namespace

std::string uri_from_path(std::string_view path) {
  std::string unified(path);
  for (char& c : unified)
    if (c == '\\') c = '/';
  std::string out;
  for (const std::string_view segment : split(unified, '/')) {
    if (segment.empty() || segment == ".") continue;
    if (!out.empty()) out += '/';
    append_encoded(out, segment);
  }
  return out;
}

std::string path_from_uri(std::string_view uri) {
  std::string out;
  for (std::size_t i = 0; i < uri.size(); ++i) {
    unsigned byte = 0;
    const bool encoded = uri[i] == '%' && i + 2 < uri.size() &&
                         std::from_chars(&uri[i + 1], &uri[i + 1] + 2, byte, 16).ptr == &uri[i + 1] + 2;
    out += encoded ? static_cast<char>(byte) : uri[i];
    if (encoded) i += 2;
  }
  return out;
}

}  // namespace sluice::sarif
