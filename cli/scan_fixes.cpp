#include "cli/scan_fixes.h"

#include <unistd.h>

#include <cstdio>

#include "base/text.h"

namespace sluice {
namespace {

void tell_refused(const FixPlan& plan) {
  std::uint32_t held_back = 0;
  for (const auto& [rule_id, unsafe] : plan.unsafe) {
    held_back += unsafe.held_back;
    std::string what = unsafe.held_back > 0 ? fmt::format("{} held back", unsafe.held_back) : fmt::format("{} applied", unsafe.applied);
    fmt::print(stderr, "unsafe fix: {}: {} [{}]\n", what, escape_terminal(unsafe.reason), escape_terminal(rule_id));
  }
  if (held_back > 0) fmt::print(stderr, "{} unsafe fixes held back: they may change what the code does; `--autofix=unsafe` applies them\n", held_back);
  for (const RefusedFix& refused : plan.refused)
    fmt::print(stderr, "not fixed: {}: {}{}\n", escape_terminal(to_string(Place{refused.path, refused.line, 0})), escape_terminal(refused.reason),
               refused.rule_id.empty() ? "" : fmt::format(" [{}]", escape_terminal(refused.rule_id)));
}

}  // namespace

FixOutcome fix_files(const SourceTree& tree, std::vector<Rule> rules, unsigned jobs, FixSafety safety) {
  FixPlan plan = plan_fixes(tree, std::move(rules), jobs, safety);
  write_fixes(tree.discovery.root, plan);
  std::uint32_t fixes = 0;
  for (const FixedFile& file : plan.files) fixes += file.fixes;
  tell_refused(plan);
  fmt::print(stderr, "{} fixes in {} files; {} refused\n", fixes, plan.files.size(), plan.refused.size());
  return {!plan.files.empty()};
}

FixOutcome show_fixes(const SourceTree& tree, std::vector<Rule> rules, unsigned jobs, FixSafety safety) {
  FixPlan plan = plan_fixes(tree, std::move(rules), jobs, safety);
  for (const FixedFile& file : plan.files) {
    std::string diff = unified_diff(file);
    // A terminal obeys what a file may hold; a program that applies the diff needs it as it is.
    if (isatty(STDOUT_FILENO)) diff = escape_terminal(diff);
    std::fwrite(diff.data(), 1, diff.size(), stdout);
  }
  tell_refused(plan);
  return {!plan.files.empty()};
}

}  // namespace sluice
