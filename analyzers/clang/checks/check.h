// analyzers/clang/checks/check.h - an analyzer of C and C++ that needs types.
//
// A check keeps no state; one walk of the tree serves all of them. Each is one file here and
// one line in ../checks.def. The walk calls `on_call` for every call of a free function (C's,
// or of namespace std), and `on_function` for every function that has a body in the file.
//
//   class Gets : public Check {
//     const RuleInfo& info() const override { return info_; }
//     std::vector<std::string> words() const override { return {"gets"}; }
//     void on_call(const Tree& tree, At call, std::string_view callee, Sink& sink) const override {
//       if (callee == "gets") sink.report(info_, tree[call].range, "...");
//     }
//   };
//   std::unique_ptr<Check> make_gets() { return std::make_unique<Gets>(); }
#pragma once
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "analyzers/clang/module.h"
#include "analyzers/clang/parse/tree.h"

namespace sluice::clang {

class Sink {
 public:
  void report(const RuleInfo& rule, ByteRange range, std::string message, std::vector<Step> trace = {});
  std::vector<CheckFinding> take() &&;  // by place, then rule; each once

 private:
  std::vector<CheckFinding> findings_;
};

class Check {
 public:
  virtual ~Check() = default;
  virtual const RuleInfo& info() const = 0;
  // Names of the functions it looks for: a file that calls none of them is not parsed
  // (call_words.h). `EVP_*` stands for all that begin so.
  virtual std::vector<std::string> words() const = 0;
  // `callee`: the function's name, without `std::`.
  virtual void on_call(const Tree&, At /*call*/, std::string_view /*callee*/, Sink&) const {}
  virtual void on_function(const Tree&, At /*function*/, Sink&) const {}
};

std::vector<std::unique_ptr<Check>> all_checks();
void run_checks(const std::vector<std::unique_ptr<Check>>& checks, const Tree& tree, FileOutput& out);

// What a rule's metadata says; the categories as the rule packs write them.
struct RuleFacts {
  std::string_view id;
  Severity severity;
  std::string_view message;  // what, why, how to fix
  std::vector<std::string> cwe, owasp;
  std::string_view security_severity, confidence;
  std::vector<std::string> references;
  // Rules of the packs that look for the same without types: on a file that libclang read
  // without errors this check stands for them (analyzers/scan/analyze_file.cpp).
  std::vector<std::string> replaces;
};
RuleInfo make_info(RuleFacts facts);
// The names of tables, for Check::words().
template <class... Lists>
std::vector<std::string> joined(const Lists&... lists) {
  std::vector<std::string> out;
  (out.insert(out.end(), std::begin(lists), std::end(lists)), ...);
  return out;
}
template <class List, class Member>
std::vector<std::string> names_in(const List& list, Member name) {
  std::vector<std::string> out;
  for (const auto& entry : list) out.emplace_back(entry.*name);
  return out;
}

// --- What several checks ask ---

// True when no one who runs the program can choose the text: a literal, a constant, a choice
// of such, a local variable that is only ever given such.
bool is_fixed_text(const Tree& tree, At value);
// `text` in words: `sessionKey2`, `session_key` and `SESSION_KEY` hold `session` and `key`.
std::vector<std::string> words_of(std::string_view text);

}  // namespace sluice::clang
