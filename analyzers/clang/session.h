// analyzers/clang/session.h - libclang for the C and C++ files of one scan.
//
// Opens the module (module.h) when there is something for it, and knows for each file the
// flags it is parsed with:
//   - those of the compile database, when the file is in it;
//   - a header's, or another file's: those of the first file (by path) of the database that
//     includes it, through other headers too;
//   - without either: -std=c17 or c++20 and the tree's include folders. Nothing is run.
//
// Frozen once opened: any number of threads may call `analyze` and `rules`.
#pragma once
#include <memory>
#include <string>
#include <vector>

#include "analyzers/clang/module.h"
#include "analyzers/source/source.h"
#include "base/diagnostics.h"

namespace sluice::clang {

struct SessionOptions {
  std::string root = {};              // the scan root, absolute
  std::string compile_commands = {};  // a folder the user named; may be empty
  std::string module_folder = {};     // where the module lies; empty: beside the program, or in ../lib/sluice
};

class Session {
 public:
  // Null when there is no C or C++ among the sources, or no module: then a note says that
  // those files are analyzed without types. `sources` must outlive the session.
  static std::unique_ptr<Session> open(const SourceSet& sources, const SessionOptions& options, Diagnostics& diags);
  ~Session();

  const std::vector<RuleInfo>& rules() const;  // of the checks
  static bool covers(Language language) { return language == Language::C || language == Language::Cpp; }
  // False when no check can find anything in the file: then it is not worth the time.
  bool is_worth_analyzing(const Source& source) const;
  // `unit` is of `source`, the whole file.
  FileOutput analyze(const Source& source, const Unit& unit) const;
  // For people and tests.
  const std::vector<std::string>& flags_of(const Source& source) const;

 private:
  struct State;
  explicit Session(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

// The unit with what libclang knows of its nodes.
Unit with_facts(Unit unit, const FileOutput& output);

}  // namespace sluice::clang
