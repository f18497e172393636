// analyzers/clang/module.h - what the program and the libclang module say to each other.
//
// Loading libclang takes tens of milliseconds and a hundred megabytes of address space, so
// only a scan with C or C++ in it pays for it: the module is a shared library
// (`sluice-clang`) that the program loads when it is needed (session.h), and the program
// itself does not link libclang. What passes between the two is plain data; neither keeps
// state for the other.
//
// The module parses one file as a translation unit and gives two things back:
//   - facts for the nodes of the file's Unit: types, callees, constants, macro origins;
//   - what the checks of analyzers/clang/checks found.
//
// Why facts on the tree-sitter Unit, and no second tree from libclang: libclang's tree has
// lost what rules match (the written form of macros, code behind `#if`, comments), and a
// file that libclang cannot read would need the other tree anyway. So there is one tree,
// always, and libclang adds to it what it knows, by source range. Rules see no difference
// but precision.
#pragma once
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "analyzers/finding.h"
#include "analyzers/unit/unit.h"

namespace sluice::clang {

struct FileInput {
  std::string_view path;  // absolute; the file need not be there
  std::string_view text;  // what counts, whatever the disk has
  std::span<const std::string> flags;  // safe ones (safe_flags.h)
  std::span<const Node> nodes;         // of the file's Unit
};

// Facts of one node; texts by index, `kNoText` when there is none.
struct FactsRow {
  static constexpr std::uint32_t kNoText = UINT32_MAX;
  std::uint32_t node = 0;
  std::uint32_t type = kNoText, callee = kNoText, constant = kNoText;
  bool from_macro = false;
};

struct Step {
  ByteRange range;
  std::string message;
};

struct CheckFinding {
  std::string rule_id;
  ByteRange range;
  std::string message;
  std::vector<Step> trace;  // in the same file
};

struct FileOutput {
  bool was_parsed = false;          // false: nothing below is filled but `problem`
  std::uint32_t errors = 0;         // of the compiler, headers included; facts and findings may be missing for them
  std::uint32_t problem_offset = 0; // in the file, of the first error in it
  std::string problem;              // what the compiler says of it, or why there is no result
  std::vector<std::string> texts;
  std::vector<FactsRow> rows;
  std::vector<CheckFinding> findings;  // by place, then rule
};

// Any number of threads may call `analyze` at the same time.
class Module {
 public:
  virtual ~Module() = default;
  virtual std::string version() const = 0;  // of libclang, for people
  virtual const std::vector<RuleInfo>& rules() const = 0;
  virtual std::vector<std::string> words() const = 0;  // see call_words.h
  virtual FileOutput analyze(const FileInput& input) const = 0;
};

// Both sides must be of one build: the factory gives null for another number.
inline constexpr std::uint32_t kInterface = 1;
inline constexpr const char* kFactory = "sluice_clang_module";
using Factory = Module* (*)(std::uint32_t interface);  // the caller owns what it gets

}  // namespace sluice::clang
