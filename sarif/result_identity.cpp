#include "sarif/result_identity.h"

#include <algorithm>

#include "base/digest.h"
#include "sarif/fingerprint.h"
#include "sarif/uri.h"

namespace sluice::sarif {
namespace {

// A sentence such as "requires login" stands where a tool has no fingerprint to give.
bool is_fingerprint(const std::pair<std::string, std::string>& one) {
  return one.second.size() >= 8 && one.second.find(' ') == std::string::npos;
}

const std::pair<std::string, std::string>* first_by_name(const NamedTexts& list) {
  const std::pair<std::string, std::string>* first = nullptr;
  for (const auto& one : list)
    if (is_fingerprint(one) && (!first || one.first < first->first)) first = &one;
  return first;
}

// Reformatting changes no finding.
std::string snippet_digest(std::string text) {
  std::erase_if(text, [](char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; });
  return text.empty() ? text : sha256_hex(text);
}

}  // namespace

std::string path_of_location(std::string_view uri) {
  bool is_file = uri.starts_with("file:");
  if (is_file) uri.remove_prefix(std::string_view("file:").size());
  std::string path = path_from_uri(uri);
  std::ranges::replace(path, '\\', '/');
  // file:///a and file:////a both mean /a: the authority is empty.
  if (is_file) {
    std::string rooted(1, '/');
    rooted.append(path, std::min(path.find_first_not_of('/'), path.size()));
    path = std::move(rooted);
  }
  while (path.starts_with("./")) path.erase(0, 2);
  return path;
}

NamedTexts identity_parts(const ResultNames& names) {
  NamedTexts parts = {{"scheme", "sarif/2"}, {"tool", names.tool}, {"rule", names.rule}};
  auto own = std::ranges::find(names.partial_fingerprints, kSluiceFingerprint, [](const auto& one) { return std::string_view(one.first); });
  if (own != names.partial_fingerprints.end()) {
    parts.push_back(*own);
    return parts;
  }
  // A full fingerprint is unique in itself and survives a renamed file; a partial one does not.
  if (const auto* full = first_by_name(names.fingerprints)) {
    parts.push_back(*full);
    return parts;
  }
  parts.emplace_back("file", names.file);
  parts.emplace_back("url", names.url);
  if (const auto* partial = first_by_name(names.partial_fingerprints)) {
    parts.push_back(*partial);
    return parts;
  }
  parts.emplace_back("logical", names.logical);
  parts.emplace_back("snippet", snippet_digest(names.snippet));
  return parts;
}

}  // namespace sluice::sarif
