// sarif/result_identity.h - by which a result is known in every later report of its tool.
//
// One naming for all who read SARIF, so that a day or a waiver recorded for a result is found
// again whichever way its log came in. Tried in this order:
//   1. Sluice's own fingerprint: rule, definition and matched text, whatever the file is called;
//   2. the first of `fingerprints` by name: a tool that adds a second kind goes on writing the first;
//   3. file and the first of `partialFingerprints` by name, which name a line's text;
//   4. file, logical name and snippet.
// Never the message, a level, a line or a tool's version. Tool and rule always are parts.
#pragma once
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace sluice::sarif {

using NamedTexts = std::vector<std::pair<std::string, std::string>>;

// Properties of a result that tell the routes of the request handler it is in: a text or a list of texts,
// "/orders/{id}" or "GET /orders/{id}". The first is what `sluice scan` writes.
inline constexpr std::string_view kRouteProperties[] = {"sluice/routes", "routes", "route", "endpoint"};

// What of a result, and of what it refers to, can name it.
struct ResultNames {
  std::string tool, rule;
  std::string file, url;  // of the first location; one of them, or none
  std::string logical, snippet;
  NamedTexts fingerprints, partial_fingerprints;  // in any order
};

// The path that a location's URI names, as text to compare: "file:///src/a%20b.c" -> "/src/a b.c",
// ".\src\a.c" -> "src/a.c".
std::string path_of_location(std::string_view uri);

// Name and value of each part; a digest of them is the identity.
NamedTexts identity_parts(const ResultNames& names);

}  // namespace sluice::sarif
