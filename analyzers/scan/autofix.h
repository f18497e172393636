// analyzers/scan/autofix.h - fixes that do no harm: `sluice scan --autofix`.
//
// Each file is fixed as a whole or left as it is:
//
//   analyze → choose fixes that do not overlap → apply → parse → analyze again → …
//
// until no fix is left. A fix is refused, and told, when
//   - the parser finds more errors with it than without it;
//   - the rule finds as much in what the fix wrote as before: it would be applied again and again.
// A rule may say that its fix can change what the code does (`fix-safety: unsafe` in its metadata):
// such fixes are held back and counted unless they are asked for.
// A file whose fixes do not come to an end in some passes (two rules that undo each other)
// keeps its text. So a second run changes nothing.
//
// Encoding, byte order mark and line ends stay. A file with lone "\r" or damaged UTF-8 is not
// fixed: nobody knows what to write back.
//
// Not here: what a rule's fix is (pattern/message.h), which findings are suppressed.
#pragma once
#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "analyzers/pattern/rule_set.h"
#include "analyzers/source/reader.h"

namespace sluice {

struct RefusedFix {
  std::string path;
  std::uint32_t line = 0;  // of the text before any fix was applied in this pass; 0: the file
  std::string rule_id;     // empty: the file
  std::string reason;
  friend auto operator<=>(const RefusedFix&, const RefusedFix&) = default;
};

struct FixedFile {
  std::string path;           // relative to the root
  std::string before, after;  // as text, without byte order mark
  Encoding encoding = Encoding::Utf8;
  std::uint32_t fixes = 0;
};

enum class FixSafety { SafeOnly, All };

struct UnsafeFixes {
  std::string reason;  // what they may change, in the words of the rule
  std::uint32_t held_back = 0, applied = 0;
};

struct FixPlan {
  std::vector<FixedFile> files;  // those that change, by path
  std::vector<RefusedFix> refused;
  std::map<std::string, UnsafeFixes> unsafe;  // by rule; of rules that had something to fix
};

// Looks for what the rules' fixes make of the files; nothing is written. Rules without a fix
// are not run.
FixPlan plan_fixes(const SourceTree& tree, std::vector<Rule> rules, unsigned jobs, FixSafety safety = FixSafety::SafeOnly);

// Writes the files, each at once and under its mode. One that is not any more what was planned
// for, or cannot be written, joins `refused` and leaves `files`.
void write_fixes(const std::string& root, FixPlan& plan);

// For `patch -p1`: one file's change.
std::string unified_diff(const FixedFile& file);

}  // namespace sluice
