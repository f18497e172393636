// gate/sameness_rules.h - the rules of gate/sameness.yaml, read.
//
// To add a part that rules may compare: a value of Trait, its word in sameness_rules.cpp, its text
// in sameness_traits.cpp, a row in docs/vulnerabilities.md.
#pragma once
#include <array>
#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace sluice::gate {

// What witnesses are compared by. Each is a text, empty when the witness does not tell it.
enum class Trait : std::uint8_t {
  Vulnerability,  // CVE, or an id of a database that has no CVE for it; several: a set of them
  Weakness,       // CWE family of sameness.yaml
  Host,           // name, else address, else the owner's id
  Port,           // "tcp/443"
  Image,          // without tag and digest
  Component,      // the last part of a package's name
  Namespace,      // what stands before it; "-" when it is known that nothing does
  Ecosystem,      // the purl's type: "npm"
  ComponentPath,  // the file that brings it in; one that ends like another is the same
  Project,        // what an SBOM is about
  Site,           // "https://shop.example:443"
  UrlPath,        // "/orders/7"
  Parameter,
  Method,
  FileName,  // the last part of a source file's path
  File,      // the path; one that ends like another is the same
  LineText,  // hash of what begins at the line
  Routes,    // of the handler it is in, each in a line
};
inline constexpr std::size_t kTraitCount = 18;
inline constexpr char kRouteSeparator = '\n';
std::string_view to_string(Trait part);  // "vulnerability", "component-path"

struct SamenessRule {
  std::string name, says;
  std::vector<Trait> agree, without, unless_different;
  bool one_per_tool = false;
};

struct SamenessRules {
  std::vector<SamenessRule> rules;
  std::set<std::string, std::less<>> aliases;                    // "GHSA"
  std::map<std::string, std::string, std::less<>> weaknesses;    // "CWE-80" -> "CWE-79", "CWE-79" -> itself
};

Result<SamenessRules> parse_sameness_rules(std::string file, std::string_view text);

// The rules that this program was built with.
const SamenessRules& sameness_rules();

}  // namespace sluice::gate
