#include "analyzers/scan/autofix.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <map>
#include <set>

#include "analyzers/scan/flow_stage.h"
#include "analyzers/scan/apply_fixes.h"
#include "analyzers/scan/scan.h"
#include "analyzers/source/decode.h"
#include "base/parallel.h"
#include "analyzers/syntax/embedded.h"
#include "base/file.h"

namespace sluice {
namespace {

constexpr int kMaxPasses = 20;  // calls nested in each other take one each

struct ProposedEdit : Edit {
  std::string rule_id;
};

bool overlap(ByteRange a, ByteRange b) { return a.begin < b.end && b.begin < a.end; }

std::vector<Edit> plain(const std::vector<ProposedEdit>& edits) { return {edits.begin(), edits.end()}; }

using Counts = std::map<std::string, std::uint32_t>;

class FileFixer {
 public:
  // The fixes of the rules `held_back` are counted only.
  FileFixer(const Source& source, const RuleSet& rules, const std::set<std::string>& held_back, std::vector<RefusedFix>& refused)
      : source_(source), rules_(rules), held_back_(held_back), refused_(refused) {}

  // By rule, how many are left in the text as it is now, and how many were applied.
  const Counts& held_back() const { return held_back_counts_; }
  const Counts& applied() const { return applied_; }

  // The fixed text; that of the source when nothing is to be fixed.
  FixedFile fix() {
    FixedFile file{source_.path, source_.text, source_.text, source_.encoding, 0};
    analyze(source_.text);
    if (proposed_.empty()) return file;
    if (source_.has_lone_cr || source_.encoding == Encoding::Utf8Damaged) {
      refuse_file("its bytes cannot be written back as they were: lone carriage returns or damaged UTF-8");
      return file;
    }
    for (int pass = 0; pass < kMaxPasses; ++pass) {
      std::vector<ProposedEdit> edits = chosen();
      if (edits.empty()) return file;
      file.fixes += apply_all(std::move(edits));
      file.after = text_;
    }
    refuse_file(fmt::format("its fixes come to no end in {} passes: the file was left as it is", kMaxPasses));
    file.after = file.before;
    file.fixes = 0;
    applied_.clear();
    return file;
  }

 private:
  void analyze(std::string text) {
    Source source = source_;
    source.lines = LineIndex(text);
    source.text = std::move(text);
    SourceSet::Builder builder;
    SourceId id = builder.add(std::move(source));
    SourceSet sources = std::move(builder).build();
    FileAnalysis analysis = analyze_file(sources, id, rules_);
    text_ = sources[id].text;
    lines_ = sources[id].lines;
    errors_ = count_errors(text_);
    proposed_.clear();
    held_back_counts_.clear();
    for (const Finding& finding : analysis.findings) {
      if (!finding.fix || finding.suppression) continue;
      if (held_back_.contains(finding.rule_id)) {
        ++held_back_counts_[finding.rule_id];
        continue;
      }
      ProposedEdit edit{edit_of(text_, finding), finding.rule_id};
      if (edit.text != replaced(edit)) proposed_.push_back(std::move(edit));
    }
    std::ranges::stable_sort(proposed_, {}, &ProposedEdit::range);
  }

  std::string_view replaced(const ProposedEdit& edit) const {
    return std::string_view(text_).substr(edit.range.begin, edit.range.end - edit.range.begin);
  }

  std::size_t count_errors(std::string_view text) const {
    std::size_t errors = 0;
    for (const Unit& unit : read_units(source_.language, text, nullptr)) errors += unit.errors().size();
    return errors;
  }

  // Those that do not overlap; the others wait for the next pass.
  std::vector<ProposedEdit> chosen() const {
    std::vector<ProposedEdit> edits;
    for (const ProposedEdit& edit : proposed_) {
      bool is_free = edits.empty() || edit.range.begin >= edits.back().range.end;
      if (is_free && !known_bad_.contains(key(edit))) edits.push_back(edit);
    }
    return edits;
  }

  std::string key(const ProposedEdit& edit) const { return edit.rule_id + '\0' + std::string(replaced(edit)) + '\0' + edit.text; }

  // Applies those that do no harm; how many those were.
  std::uint32_t apply_all(std::vector<ProposedEdit> edits) {
    edits = keeping_syntax(std::move(edits));
    const std::string text = text_;
    const std::vector<ProposedEdit> before = proposed_;
    while (!edits.empty()) {
      analyze(with_edits(text, plain(edits)));
      std::vector<bool> is_settled = settled(edits, before);
      if (std::ranges::find(is_settled, false) == is_settled.end()) {
        for (const ProposedEdit& edit : edits) ++applied_[edit.rule_id];
        return static_cast<std::uint32_t>(edits.size());
      }
      analyze(text);
      std::vector<ProposedEdit> good;
      for (std::size_t i = 0; i < edits.size(); ++i)
        if (is_settled[i]) good.push_back(std::move(edits[i]));
        else refuse(edits[i], "the rule finds as much in the fixed code: the fix would never end");
      edits = std::move(good);
    }
    return 0;
  }

  // Without the edits that add an error. Halves are tried, so that one bad edit among many
  // costs few parses.
  std::vector<ProposedEdit> keeping_syntax(std::vector<ProposedEdit> edits) {
    if (edits.empty() || count_errors(with_edits(text_, plain(edits))) <= errors_) return edits;
    if (edits.size() == 1) {
      refuse(edits.front(), "it would break the syntax of the file");
      return {};
    }
    auto middle = edits.begin() + std::ssize(edits) / 2;
    std::vector<ProposedEdit> good = keeping_syntax({edits.begin(), middle});
    for (ProposedEdit& edit : keeping_syntax({middle, edits.end()})) good.push_back(std::move(edit));
    return good;
  }

  // For each edit whether its rule has less to fix in what it wrote than in what was there.
  std::vector<bool> settled(const std::vector<ProposedEdit>& edits, const std::vector<ProposedEdit>& before) const {
    std::vector<bool> out;
    std::int64_t shift = 0;
    for (const ProposedEdit& edit : edits) {
      auto begin = static_cast<std::uint32_t>(edit.range.begin + shift);
      ByteRange written{begin, begin + static_cast<std::uint32_t>(edit.text.size())};
      out.push_back(count_in(written, edit.rule_id, proposed_) < std::max<std::size_t>(1, count_in(edit.range, edit.rule_id, before)));
      shift += std::ssize(edit.text) - static_cast<std::int64_t>(edit.range.end - edit.range.begin);
    }
    return out;
  }

  static std::size_t count_in(ByteRange range, const std::string& rule_id, const std::vector<ProposedEdit>& edits) {
    return static_cast<std::size_t>(std::ranges::count_if(edits, [&](const ProposedEdit& edit) { return edit.rule_id == rule_id && overlap(edit.range, range); }));
  }

  void refuse(const ProposedEdit& edit, std::string reason) {
    known_bad_.insert(key(edit));
    refused_.push_back({source_.path, lines_.line_of(edit.range.begin), edit.rule_id, std::move(reason)});
  }

  void refuse_file(std::string reason) { refused_.push_back({source_.path, 0, "", std::move(reason)}); }

  const Source& source_;
  const RuleSet& rules_;
  const std::set<std::string>& held_back_;
  Counts applied_;
  std::vector<RefusedFix>& refused_;
  // Of the text as it is now:
  std::string text_;
  LineIndex lines_;
  std::size_t errors_ = 0;
  Counts held_back_counts_;
  std::vector<ProposedEdit> proposed_;  // by place
  std::set<std::string> known_bad_;
};

bool has_fix(const FormulaText& formula) {
  return formula.fix || std::ranges::any_of(formula.members, [](const FormulaText& member) { return has_fix(member); });
}

bool has_fix(const Rule& rule) { return rule.has_fix || rule.fix_regex || has_fix(rule.formula); }

// Why the file on disk may not be replaced; empty when it may.
std::string hindrance(const std::string& file, const FixedFile& plan) {
  if (std::error_code error; std::filesystem::canonical(file, error) != std::filesystem::path(file)) return "it is reached through a link";
  auto bytes = read_file(file);
  if (!bytes) return bytes.error().list.front().message;
  auto decoded = decode(*std::move(bytes));
  bool is_same = decoded && decoded->text == plan.before && decoded->encoding == plan.encoding;
  return is_same ? "" : "the file was changed in the meantime";
}

std::string write_fixed(const std::string& root, const FixedFile& file) {
  std::error_code error;
  std::string path = (std::filesystem::canonical(root, error) / file.path).string();
  auto bytes = encode(file.after, file.encoding);
  if (!bytes) return bytes.error().list.front().message;
  if (std::string why = hindrance(path, file); !why.empty()) return why;
  auto written = write_file_atomically(path, *bytes);
  return written ? "" : written.error().list.front().message;
}

}  // namespace

FixPlan plan_fixes(const SourceTree& tree, std::vector<Rule> rules, unsigned jobs, FixSafety safety) {
  std::erase_if(rules, [](const Rule& rule) { return !has_fix(rule); });
  FixPlan plan;
  std::set<std::string> held_back;
  for (const Rule& rule : rules) {
    if (rule.first_metadata("fix-safety") != "unsafe") continue;
    plan.unsafe[rule.id].reason = rule.first_metadata("fix-safety-reason");
    if (safety == FixSafety::SafeOnly) held_back.insert(rule.id);
  }
  Errors mistakes;  // told by the scan itself
  const RuleSet set = RuleSet::compile_good(std::move(rules), languages_of(tree.sources), RuleSet::Check::Used, mistakes);
  struct Fixed {
    FixedFile file;
    std::vector<RefusedFix> refused;
    Counts held_back, applied;
  };
  std::vector<Fixed> fixed(tree.sources.size());
  for_each_index(tree.sources.size(), jobs, [&] {
    return [&](std::size_t i) {
      const Source& source = tree.sources[tree.sources.id_at(static_cast<std::uint32_t>(i))];
      FileFixer fixer(source, set, held_back, fixed[i].refused);
      fixed[i].file = fixer.fix();
      fixed[i].held_back = fixer.held_back();
      fixed[i].applied = fixer.applied();
    };
  });
  for (Fixed& each : fixed) {
    if (each.file.after != each.file.before) plan.files.push_back(std::move(each.file));
    plan.refused.insert(plan.refused.end(), each.refused.begin(), each.refused.end());
    for (auto& [rule_id, unsafe] : plan.unsafe) {
      unsafe.held_back += each.held_back[rule_id];
      unsafe.applied += each.applied[rule_id];
    }
  }
  std::erase_if(plan.unsafe, [](const auto& entry) { return entry.second.held_back + entry.second.applied == 0; });
  return plan;
}

void write_fixes(const std::string& root, FixPlan& plan) {
  std::erase_if(plan.files, [&](const FixedFile& file) {
    std::string why = write_fixed(root, file);
    if (!why.empty()) plan.refused.push_back({file.path, 0, "", why});
    return !why.empty();
  });
}

}  // namespace sluice
