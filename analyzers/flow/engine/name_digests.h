// analyzers/flow/engine/name_digests.h - what a program declares under the names that functions look up, as
// digests: two programs whose digests of a name agree answer a look-up of it alike.
//
// Where a file gives a name on from another one, what is declared there counts, too.
//
// In a digest is all that Program::find and classes_named look at, and of a class all that its members and
// those above and below it say. Functions, classes and files are named by path and number in the file.
#pragma once
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>

#include "analyzers/flow/engine/program.h"

namespace sluice::flow {

class NameDigests {
 public:
  explicit NameDigests(const Program& program) : program_(program) {}
  // 16 bytes. `name` as it is looked up, with dots or slashes.
  std::string of(std::string_view name);

 private:
  const std::string& of_word(std::string_view word);
  const std::string& of_class(ClassId id);
  void add_relatives(ClassId id, std::string& out);
  void add_name(std::string_view name, std::set<std::string>& seen, std::string& out);
  void add_given(FileId file, std::string_view name, std::set<std::string>& seen, std::string& out);
  void add_class_at(FileId file, std::uint32_t node, std::string& out);
  std::string variables_named(std::string_view member, std::string_view module) const;
  void add(FileId file, std::string& out) const;
  void add(ProgramFunctionId function, std::string& out) const;

  const Program& program_;
  std::unordered_map<std::string, std::string> words_;
  std::unordered_map<std::uint32_t, std::string> classes_;
};

}  // namespace sluice::flow
