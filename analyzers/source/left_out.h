// analyzers/source/left_out.h - what is left out although nobody asked for it: code of others, and
// code that no person wrote.
//
// The list is data (left_out.cpp), each row with its reason. A row may hold only beside another
// file: `bin` is build output next to a .csproj, and a folder of scripts elsewhere.
// To add one: a row there and a case in tests/unit/analyzers/source/left_out_test.cpp.
#pragma once
#include <functional>
#include <span>
#include <string_view>

namespace sluice {

enum class LeftOutKind { Folder, File };
// What an option can take in again; data of version control never.
enum class LeftOutGroup { VersionControl, Vendored, Built, Generated };

struct LeftOutRule {
  LeftOutGroup group;
  LeftOutKind kind;
  std::string_view name;    // a glob over the last part of the path, in lower case for files
  std::string_view beside;  // names or globs, separated by a space, one of which must stand in the same folder; empty: always
  std::string_view inside;  // the same, in the folder itself
  std::string_view unless;  // the same, in the same folder, one of which must NOT stand there
  std::string_view reason;
};

std::span<const LeftOutRule> left_out_rules();

// Answers whether a folder holds a name that one of the globs (separated by a space) matches.
struct Surroundings {
  std::function<bool(std::string_view globs)> beside;
  std::function<bool(std::string_view globs)> inside;
};

// The first rule that leaves `name` (the last part of a path) out; null when none does.
const LeftOutRule* find_left_out(LeftOutKind kind, std::string_view name, const Surroundings& around);

}  // namespace sluice
