// A log for people at a terminal: what was found, at places a terminal can open, then what was looked at.
//
//   src/Orders.cs:42:13  error  csharp-sql-injection  CWE-89
//       The statement is put together from text ...
//       42 | var command = new SqlCommand("SELECT ..." + id);
//       1. src/Web.cs:12:10  data comes from here: `request.Query["id"]`
//       2.   src/Orders.cs:40:9  it is in `id`: ...
//
//   1 error, 0 warnings, 0 notes; 2 suppressed
//   scanned 12 of 15 files (1,204 lines) with 96 rules; 1 skipped, 2 ignored
#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "base/parallel.h"
#include "base/text.h"
#include "report/log_format.h"
#include "report/log_outline.h"
#include "sarif/log.h"
#include "sarif/result_stream.h"
#include "sarif/uri.h"

namespace sluice {
namespace {

constexpr std::size_t kWidth = 110;
constexpr std::size_t kMostSteps = 14, kLastSteps = 5;  // of a flow; what is left out stands between the first and the last
constexpr std::size_t kStepCode = 60;                   // bytes of a step's code

std::string_view word_of(sarif::Level level) {
  switch (level) {
    case sarif::Level::Error: return "error";
    case sarif::Level::Warning: return "warning";
    case sarif::Level::Note: return "note";
    case sarif::Level::None: return "none";
  }
  return "";
}

// 1204 → 1,204
std::string grouped(std::int64_t number) {
  std::string digits = std::to_string(number);
  for (std::ptrdiff_t at = static_cast<std::ptrdiff_t>(digits.size()) - 3; at > 0; at -= 3) digits.insert(static_cast<std::size_t>(at), ",");
  return digits;
}

std::string counted(std::int64_t number, std::string_view one, std::string_view many) { return fmt::format("{} {}", grouped(number), number == 1 ? one : many); }
std::string counted(std::int64_t number, std::string_view noun) { return counted(number, noun, std::string(noun) + "s"); }

// What a step prints may go into the log of a CI server, which obeys commands in it: Azure
// Pipelines `##vso[` and `##[` anywhere in a line, GitHub `::name::` where a line begins.
// Scanned code may hold any of them, so the sign that makes the command is written in hex.
std::string without_log_commands(std::string text) {
  for (std::size_t at = 0; (at = text.find("##", at)) != std::string::npos; ++at) {
    std::string next = to_lower(std::string_view(text).substr(at + 2, 4));
    if (next.starts_with('[') || next == "vso[") text.replace(at + 1, 1, "\\x23");
  }
  if (text.starts_with("::") && text.find("::", 2) != std::string::npos) text.replace(0, 1, "\\x3a");
  return text;
}

// For one line: a line break would let a file's name or a fix begin a line of its own.
std::string shown(std::string_view text) {
  std::string out;
  for (char c : escape_terminal(text)) out += c == '\n' ? std::string("\\n") : std::string(1, c);
  return without_log_commands(std::move(out));
}

// Words of a text in lines of at most kWidth, each after `indent`.
std::string wrapped(std::string_view text, std::string_view indent) {
  std::string out, line, spaced = escape_terminal(text);
  std::ranges::replace(spaced, '\n', ' ');
  for (std::string_view word : split(spaced, ' ')) {
    if (word.empty()) continue;
    if (!line.empty() && indent.size() + line.size() + 1 + word.size() > kWidth) {
      out += fmt::format("{}{}\n", indent, without_log_commands(std::move(line)));
      line.clear();
    }
    line += (line.empty() ? "" : " ") + std::string(word);
  }
  return line.empty() ? out : out + fmt::format("{}{}\n", indent, without_log_commands(std::move(line)));
}

// What results are counted as.
struct Tally {
  std::map<sarif::Level, std::int64_t> levels;
  std::int64_t suppressed = 0, fresh = 0, known = 0, absent = 0;
  bool has_baseline = false;

  void add(const Tally& other) {
    for (const auto& [level, count] : other.levels) levels[level] += count;
    suppressed += other.suppressed, fresh += other.fresh, known += other.known, absent += other.absent;
    has_baseline |= other.has_baseline;
  }
};

// Results of a run that one thread writes, one after the other.
class ResultText {
 public:
  explicit ResultText(const sarif::Run& run) : run_(run) {}

  void write(const sarif::Result& result) {
    if (result.baseline_state == sarif::BaselineState::Absent) {
      tally_.has_baseline = true;
      ++tally_.absent;
      return;
    }
    if (sarif::is_suppressed(result)) {
      ++tally_.suppressed;
      return;
    }
    count_baseline(result);
    sarif::Level level = result.level.value_or(sarif::Level::Warning);
    ++tally_.levels[level];
    const sarif::PhysicalLocation* place = result.locations.empty() || !result.locations[0].physical_location ? nullptr : &*result.locations[0].physical_location;
    std::string file = place && place->artifact_location ? sarif::path_from_uri(place->artifact_location->uri) : "";
    std::string position = place && place->region ? fmt::format(":{}:{}", place->region->start_line, place->region->start_column) : "";
    out_ += fmt::format("{}{}  {}  {}{}{}\n", shown(file), position, word_of(level), shown(result.rule_id), weakness_of(result), is_new(result) ? "  new" : "");
    out_ += wrapped(result.message.text, "    ");
    if (place && place->region) write_snippet(*place);
    write_flows(result);
    if (!result.fixes.empty()) write_fix(result.fixes.front());
  }

  std::string take_text() { return std::move(out_); }
  const Tally& tally() const { return tally_; }

 private:
  void count_baseline(const sarif::Result& result) {
    if (!result.baseline_state) return;
    tally_.has_baseline = true;
    ++(is_new(result) ? tally_.fresh : tally_.known);
  }

  static bool is_new(const sarif::Result& result) { return result.baseline_state == sarif::BaselineState::New; }

  std::string weakness_of(const sarif::Result& result) const {
    if (const sarif::ReportingDescriptor* rule = sarif::find_rule(run_, result))
      for (const sarif::Relationship& relationship : rule->relationships)
        if (relationship.target.id.starts_with("CWE-")) return "  " + shown(relationship.target.id);
    return "";
  }

  // The whole first line of the code, which the context has when the region has not.
  void write_snippet(const sarif::PhysicalLocation& place) {
    const sarif::Region& region = *place.region;
    if (!region.snippet) return;
    std::string_view text = region.snippet->text;
    std::int32_t line = region.start_line;
    if (place.context_region && place.context_region->snippet) {
      text = place.context_region->snippet->text;
      line = place.context_region->start_line;
    }
    for (; line < region.start_line; ++line) {
      std::size_t end = text.find('\n');
      if (end == std::string_view::npos) return;
      text.remove_prefix(end + 1);
    }
    std::string_view first = trim(text.substr(0, text.find('\n')));
    bool has_more = region.end_line > region.start_line || first.size() > kWidth;
    out_ += fmt::format("{:>8} | {}{}\n", region.start_line, shown(to_valid_utf8(first.substr(0, kWidth))), has_more ? " ..." : "");
  }

  // The shortest way that data takes here; calls in calls are indented.
  void write_flows(const sarif::Result& result) {
    if (result.code_flows.empty() || result.code_flows.front().thread_flows.empty()) return;
    const std::vector<sarif::ThreadFlowLocation>& steps = result.code_flows.front().thread_flows.front().locations;
    for (std::size_t i = 0; i < steps.size(); ++i) {
      const std::size_t left = steps.size() - i;
      if (i == kMostSteps - kLastSteps && left > kLastSteps + 1) {
        out_ += fmt::format("       ... {} more steps\n", left - kLastSteps);
        i = steps.size() - kLastSteps;
      }
      write_step(i + 1, steps[i]);
    }
    const std::size_t more = result.code_flows.size() - 1;
    if (more > 0) out_ += fmt::format("       also reached from {}\n", counted(static_cast<std::int64_t>(more), "other place"));
  }

  void write_step(std::size_t number, const sarif::ThreadFlowLocation& step) {
    if (!step.location || !step.location->physical_location) return;
    const sarif::PhysicalLocation& place = *step.location->physical_location;
    std::string file = place.artifact_location ? sarif::path_from_uri(place.artifact_location->uri) : "";
    std::string position, code;
    if (place.region) {
      position = fmt::format(":{}:{}", place.region->start_line, place.region->start_column);
      if (place.region->snippet) code = first_line(place.region->snippet->text, kStepCode);
    }
    std::string_view told = step.location->message ? std::string_view(step.location->message->text) : std::string_view();
    if (told.ends_with('.')) told.remove_suffix(1);
    const auto depth = static_cast<std::size_t>(std::clamp(step.nesting_level, 0, 8));
    out_ += fmt::format("{:>8}. {}{}{}  {}{}\n", number, std::string(2 * depth, ' '), shown(file), position, shown(told), code.empty() ? "" : fmt::format(": `{}`", shown(code)));
  }

  static std::string first_line(std::string_view text, std::size_t most) {
    std::string_view first = trim(text.substr(0, text.find('\n')));
    bool has_more = first.size() > most || first.size() < trim(text).size();
    return to_valid_utf8(first.substr(0, most)) + (has_more ? " ..." : "");
  }

  void write_fix(const sarif::Fix& fix) {
    for (const sarif::ArtifactChange& change : fix.artifact_changes)
      for (const sarif::Replacement& replacement : change.replacements)
        if (replacement.inserted_content) out_ += fmt::format("     fix | {}\n", shown(trim(replacement.inserted_content->text.substr(0, kWidth))));
  }

  const sarif::Run& run_;
  std::string out_;
  Tally tally_;
};

class TextReport {
 public:
  TextReport(const sarif::Log& log, const RenderOptions& options) : log_(log), options_(options) {}

  std::string run() {
    for (const sarif::Run& run : log_.runs) write_run(run);
    return std::move(out_);
  }

 private:
  void write_run(const sarif::Run& run) {
    write_results(run);
    for (const sarif::Invocation& invocation : run.invocations)
      for (const sarif::Notification& notification : invocation.tool_execution_notifications) write_notification(notification);
    write_summary(run);
  }

  // There may be a hundred thousand results.
  void write_results(const sarif::Run& run) {
    if (const sarif::ResultStream* stream = options_.results)
      return write_parts(run, stream->parts(), [&](std::size_t part, ResultText& text) {
        for (const sarif::Result& result : stream->make(part, sarif::ResultDetail::WithoutHash)) text.write(result);
      });
    if (!run.results) return;
    constexpr std::size_t kPart = 256;
    const std::vector<sarif::Result>& results = *run.results;
    write_parts(run, (results.size() + kPart - 1) / kPart, [&](std::size_t part, ResultText& text) {
      for (std::size_t i = part * kPart; i < std::min((part + 1) * kPart, results.size()); ++i) text.write(results[i]);
    });
  }

  template <class WritePart>
  void write_parts(const sarif::Run& run, std::size_t count, const WritePart& write_part) {
    std::vector<Tally> tallies(count);
    InOrder in_order(count, [&](const std::string& text) { append(text); });
    for_each_index(count, options_.jobs, [&] {
      return [&](std::size_t part) {
        ResultText text(run);
        write_part(part, text);
        tallies[part] = text.tally();
        in_order.give(part, text.take_text());
      };
    });
    for (const Tally& tally : tallies) tally_.add(tally);
  }

  void append(const std::string& text) {
    constexpr std::size_t kSinkSize = 1 << 20;  // bytes
    has_text_ |= !text.empty();
    out_ += text;
    if (options_.sink && out_.size() >= kSinkSize) options_.sink(out_), out_.clear();
  }

  void write_notification(const sarif::Notification& notification) {
    if (!notification.level || *notification.level == sarif::Level::None) return;
    if (notification.descriptor && notification.descriptor->id == kFlowCut) {
      ++cut_;  // each is in the other forms; a list of functions here would hide the findings
      return;
    }
    std::string where;
    if (!notification.locations.empty() && notification.locations[0].physical_location) {
      const auto& place = *notification.locations[0].physical_location;
      if (place.artifact_location) where = sarif::path_from_uri(place.artifact_location->uri);
      if (place.region && place.region->start_line > 0) where += fmt::format(":{}", place.region->start_line);
    }
    notes_ += fmt::format("{}: {}{}{}\n", word_of(*notification.level), shown(where), where.empty() ? "" : ": ", shown(notification.message.text));
  }

  static std::int64_t fact(const sarif::Run& run, std::string_view name) {
    for (const sarif::Invocation& invocation : run.invocations)
      if (auto number = invocation.properties.number(name)) return static_cast<std::int64_t>(*number);
    return 0;
  }

  void write_summary(const sarif::Run& run) {
    if (options_.is_silent_when_clean && !has_text_ && notes_.empty()) return;
    if (has_text_) out_ += '\n';
    if (!notes_.empty()) out_ += notes_ + '\n';
    out_ += fmt::format("{}, {}, {}", counted(tally_.levels[sarif::Level::Error], "error"), counted(tally_.levels[sarif::Level::Warning], "warning"),
                        counted(tally_.levels[sarif::Level::Note], "note"));
    if (tally_.suppressed > 0) out_ += fmt::format("; {} suppressed", tally_.suppressed);
    if (tally_.has_baseline) out_ += fmt::format("; since the baseline: {} new, {} unchanged, {} gone", tally_.fresh, tally_.known, tally_.absent);
    out_ += fmt::format("\nscanned {} of {} ({}) with {}; {} skipped, {} ignored\n", grouped(fact(run, "sluice/filesScanned")),
                        counted(fact(run, "sluice/filesDiscovered"), "file"), counted(fact(run, "sluice/linesScanned"), "line"),
                        counted(fact(run, "sluice/rulesRun"), "rule"), grouped(fact(run, "sluice/filesSkipped")), grouped(fact(run, "sluice/filesIgnored")));
    if (cut_ > 0) out_ += fmt::format("{} too large or too involved to follow data through all of {} (flow-cut in --format sarif)\n", counted(cut_, "function was", "functions were"), cut_ == 1 ? "it" : "them");
  }

  const sarif::Log& log_;
  const RenderOptions& options_;
  std::string out_, notes_;
  Tally tally_;
  std::int64_t cut_ = 0;
  bool has_text_ = false;
};

}  // namespace

std::string render_text(const sarif::Log& log, const RenderOptions& options) { return TextReport(log, options).run(); }

}  // namespace sluice
