#include "report/html_page.h"

#include <fmt/format.h>

#include "base/digest.h"
#include "base/text.h"

namespace sluice::html {
namespace {

// Base64 of the digest, as a policy names a style.
std::string policy_digest(std::string_view bytes) {
  constexpr std::string_view kDigits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  auto nibble = [](char c) { return static_cast<unsigned>(c <= '9' ? c - '0' : c - 'a' + 10); };
  std::string hex = sha256_hex(bytes) + "00", out;  // 33 bytes are eleven groups of three
  for (std::size_t at = 0; at < hex.size(); at += 3) {
    unsigned bits = nibble(hex[at]) << 8 | nibble(hex[at + 1]) << 4 | nibble(hex[at + 2]);
    out += {kDigits[bits >> 6], kDigits[bits & 63]};
  }
  out.back() = '=';
  return "sha256-" + out;
}

}  // namespace

std::string shown(std::string_view text) { return escape_html(escape_terminal(text)); }

std::string page_head(std::string_view title, std::string_view style) {
  return fmt::format("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
                     "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src '{}'; base-uri 'none'; form-action 'none'\">\n"
                     "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>{}</title>\n<style>{}</style>\n</head>\n",
                     policy_digest(style), shown(title), style);
}

}  // namespace sluice::html
