// analyzers/flow/engine/imports.h - what a file imports, and what it gives to others under a name, as its own text
// says: `module.exports = x`, `export default x`, `export {a as b} from './c'`, Python's `from .cart import Cart` in
// a package.
//
// Imports are resolved by the path of the file that they stand in where they are relative, so that two
// files of one name are told apart. What another file has to say about it: modules.cpp.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "analyzers/unit/unit.h"
#include "base/archive.h"

namespace sluice::flow {

struct ProgramBody;

inline constexpr std::string_view kWholeModule = "default";  // what the module itself is: `module.exports = x`

// `shop.cart.Cart`; `is_whole`: it is the module itself. Empty: no import.
struct ImportedName {
  std::string name;
  bool is_whole = false;
  friend bool operator==(const ImportedName&, const ImportedName&) = default;
};

// What a file gives to others under a name: one of these.
struct GivenName {
  static constexpr std::uint32_t kNone = UINT32_MAX;
  std::string name;
  ImportedName elsewhere;          // what another file has
  std::uint32_t function = kNone;  // functions, classes and variables of the file
  std::uint32_t class_node = kNone;
  std::uint32_t variable = kNone;
  friend bool operator==(const GivenName&, const GivenName&) = default;
};

struct GivenNames {
  std::vector<GivenName> names;    // sorted, each once
  std::vector<std::string> all;    // modules all of whose names it gives on
  std::uint32_t exports = GivenName::kNone;  // JavaScript: the variable `module.exports`
  friend bool operator==(const GivenNames&, const GivenNames&) = default;
};

bool is_script(Language language);
// C# and C++: the namespaces whose types need no more than their own name, those that the file names first, then of C# those that
// projects of ASP.NET Core open for all of their files (`ImplicitUsings`). Empty for other languages.
std::vector<std::string_view> open_namespaces(const Unit& unit);
// What the Name means that an import declares.
ImportedName imported_name(const Unit& unit, std::string_view path, NodeId declaration);
// `./x` in a file of that path.
std::string script_module(std::string_view path, std::string_view text);
GivenNames given_names(const ProgramBody& body, std::string_view path);

template <class Archive, SameAs<ImportedName> T>
void archive_members(Archive& archive, T& each) {
  auto& [name, is_whole] = each;
  archive(name, is_whole);
}
template <class Archive, SameAs<GivenName> T>
void archive_members(Archive& archive, T& each) {
  auto& [name, elsewhere, function, class_node, variable] = each;
  archive(name, elsewhere, function, class_node, variable);
}
template <class Archive, SameAs<GivenNames> T>
void archive_members(Archive& archive, T& each) {
  auto& [names, all, exports] = each;
  archive(names, all, exports);
}

}  // namespace sluice::flow
