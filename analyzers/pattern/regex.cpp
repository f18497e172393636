#include "analyzers/pattern/regex.h"

#define PCRE2_CODE_UNIT_WIDTH 8
#include <fmt/format.h>
#include <pcre2.h>
#include <re2/re2.h>

#include <algorithm>
#include <mutex>
#include <optional>

#include "analyzers/pattern/regex_form.h"
#include "base/text.h"

namespace sluice {
namespace {

// What a Counted search may spend on a text: some hundred nanoseconds a byte. One that does not
// go back much spends a tenth of it. Counted, not timed: the same on every machine.
constexpr std::uint64_t kUnitsPerByte = 200;
constexpr std::uint64_t kUnitsPerSearch = 200'000;
constexpr std::uint64_t kUnitsPerStep = 16;  // a step takes as long as so many bytes that a loop passes over
// Met by a Cheap regex never, by a Counted one behind the limits above.
constexpr std::uint32_t kMatchLimit = 2'000'000;
constexpr std::uint32_t kDepthLimit = 20'000;
constexpr std::uint32_t kHeapLimitKb = 64 * 1024;
constexpr std::size_t kStackBytes = 4 * 1024 * 1024;  // of compiled expressions; not taken before it is needed
constexpr std::int64_t kLinearBytes = 2 * 1024 * 1024;  // RE2's memory for one regex
constexpr std::size_t kMostGroups = 63;

// What the steps of a Counted search have cost, seen from PCRE2's callouts: one stands before
// each part of the regex, and tells how far a loop has come.
struct Spent {
  std::uint64_t units = 0, limit = 0;
  std::size_t last = 0;  // where the last step was
};

int count_step(pcre2_callout_block* at, void* data) {
  auto& spent = *static_cast<Spent*>(data);
  std::size_t here = at->current_position;
  spent.units += kUnitsPerStep + (here > spent.last ? here - spent.last : spent.last - here);
  spent.last = here;
  return spent.units > spent.limit ? PCRE2_ERROR_CALLOUT : 0;
}

struct FreeMatchData {
  void operator()(pcre2_match_data* data) const { pcre2_match_data_free(data); }
};
struct FreeStack {
  void operator()(pcre2_jit_stack* stack) const { pcre2_jit_stack_free(stack); }
};
struct FreeContext {
  void operator()(pcre2_match_context* context) const { pcre2_match_context_free(context); }
};
struct FreeCode {
  void operator()(pcre2_code* code) const { pcre2_code_free(code); }
};

// What a search needs besides the code; one a thread, since it is written to.
struct Scratch {
  std::unique_ptr<pcre2_match_data, FreeMatchData> data{pcre2_match_data_create(kMostGroups + 1, nullptr)};
  std::unique_ptr<pcre2_match_context, FreeContext> context{pcre2_match_context_create(nullptr)};
  std::unique_ptr<pcre2_jit_stack, FreeStack> stack{pcre2_jit_stack_create(32 * 1024, kStackBytes, nullptr)};
  std::vector<re2::StringPiece> pieces{kMostGroups + 1};
  Scratch() {
    pcre2_jit_stack_assign(context.get(), nullptr, stack.get());
    pcre2_set_match_limit(context.get(), kMatchLimit);
    pcre2_set_depth_limit(context.get(), kDepthLimit);
    pcre2_set_heap_limit(context.get(), kHeapLimitKb);
  }
};

Scratch& scratch() {
  thread_local Scratch made;
  return made;
}

// A search that failed, for want of memory or by a limit, has not found nothing.
bool is_limit(int status) { return status != PCRE2_ERROR_NOMATCH; }

struct Compiled {
  pcre2_code* code = nullptr;
  int error = 0;
  std::size_t offset = 0;
};

Compiled compile_pcre(std::string_view text, std::uint32_t options) {
  Compiled made;
  made.code = pcre2_compile(reinterpret_cast<PCRE2_SPTR>(text.data()), text.size(), options, &made.error, &made.offset, nullptr);
  return made;
}

std::vector<std::pair<std::uint32_t, std::string>> names_of(pcre2_code* code) {
  std::uint32_t count = 0, entry_size = 0;
  PCRE2_SPTR table = nullptr;
  pcre2_pattern_info(code, PCRE2_INFO_NAMECOUNT, &count);
  pcre2_pattern_info(code, PCRE2_INFO_NAMEENTRYSIZE, &entry_size);
  pcre2_pattern_info(code, PCRE2_INFO_NAMETABLE, &table);
  std::vector<std::pair<std::uint32_t, std::string>> names;
  for (std::uint32_t i = 0; i < count; ++i) {
    PCRE2_SPTR entry = table + i * entry_size;  // two bytes of number, then the name
    names.emplace_back(entry[0] << 8 | entry[1], reinterpret_cast<const char*>(entry + 2));
  }
  return names;
}

}  // namespace

struct Regex::Code {
  std::string text;
  std::uint32_t options = 0;  // PCRE2's
  std::unique_ptr<pcre2_code, FreeCode> pcre;
  RegexForm form;
  Mode mode = Mode::Search;
  std::vector<std::pair<std::uint32_t, std::string>> group_names;

  // Made when first needed: of the regexes of thousands of rules few are run.
  const RE2* linear() const {
    if (!form.linear) return nullptr;
    std::call_once(linear_once_, [this] {
      RE2::Options settings;
      settings.set_log_errors(false);
      settings.set_max_mem(kLinearBytes);
      auto made = std::make_unique<RE2>(form.linear->text, settings);
      bool is_good = made->ok() && static_cast<std::size_t>(made->NumberOfCapturingGroups()) <= kMostGroups;
      if (is_good) linear_ = std::move(made);
    });
    return linear_.get();
  }

  const pcre2_code* ready_pcre() const {
    std::call_once(jit_once_, [this] { pcre2_jit_compile(pcre.get(), PCRE2_JIT_COMPLETE); });  // without it the interpreter runs
    return pcre.get();
  }

  // For texts that are not UTF-8: a search goes on behind the damage. Never compiled further: with
  // this option the machine code of PCRE2 10.42 passes over letters (`\S{2}` of two accented ones).
  const pcre2_code* pcre_for_damaged() const {
    std::call_once(damaged_once_, [this] { damaged_.reset(compile_pcre(text, options | PCRE2_MATCH_INVALID_UTF).code); });
    return damaged_.get();
  }

 private:
  mutable std::once_flag linear_once_, jit_once_, damaged_once_;
  mutable std::unique_ptr<RE2> linear_;
  mutable std::unique_ptr<pcre2_code, FreeCode> damaged_;
};

// Searches one text from left to right.
struct Regex::Search {
  Search(const Code& with, std::string_view text) : code(with), subject(text) {
    spent.limit = kUnitsPerSearch + kUnitsPerByte * subject.size();
    if (code.form.is_cheap) return;
    bool fits = code.form.linear && !(code.form.linear->needs_no_last_newline && subject.ends_with('\n'));
    if (fits) linear = code.linear();
  }

  bool find(std::size_t start, RegexMatch* match) { return linear ? find_linear(start, match) : find_by_pcre(start, match); }

  bool find_linear(std::size_t start, RegexMatch* match) {
    std::vector<re2::StringPiece>& pieces = scratch().pieces;
    int groups = match ? 1 + linear->NumberOfCapturingGroups() : code.form.linear->begins_lines ? 1 : 0;
    re2::StringPiece text(subject.data(), subject.size());
    RE2::Anchor anchor = code.mode == Mode::AtStart ? RE2::ANCHOR_START : RE2::UNANCHORED;
    if (!linear->Match(text, start, subject.size(), anchor, pieces.data(), groups)) return false;
    auto offset = [&](const re2::StringPiece& piece) { return static_cast<std::uint32_t>(piece.data() - subject.data()); };
    // Behind a last newline no line begins.
    bool is_behind_last_line = groups > 0 && pieces[0].empty() && offset(pieces[0]) == subject.size() && subject.ends_with('\n');
    if (code.form.linear->begins_lines && is_behind_last_line) return false;
    if (!match) return true;
    match->begin = offset(pieces[0]);
    match->end = match->begin + static_cast<std::uint32_t>(pieces[0].size());
    match->groups.clear();
    for (int i = 1; i < groups; ++i)
      if (pieces[i].data()) add_group(static_cast<std::uint32_t>(i), offset(pieces[i]), offset(pieces[i]) + static_cast<std::uint32_t>(pieces[i].size()), *match);
    charge_rest_of_line(match->end);
    return true;
  }

  // To be sure of a match RE2 may have read on to where no longer one can be, and does so again for
  // the next match: on endless lines that is quadratic, and counted steps are better.
  void charge_rest_of_line(std::size_t end) {
    if (line_end < end) line_end = code.form.linear->crosses_lines ? subject.size() : std::min(subject.find('\n', end), subject.size());
    read_on += line_end - end;
    if (read_on > spent.limit) linear = nullptr;
  }

  bool find_by_pcre(std::size_t start, RegexMatch* match) {
    Scratch& with = scratch();
    spent.last = start;
    pcre2_set_callout(with.context.get(), count_step, &spent);
    // Looked at once, and not by PCRE2 before every match.
    if (!is_damaged) is_damaged = !is_valid_utf8(subject);
    int status = pcre2_match(*is_damaged ? code.pcre_for_damaged() : code.ready_pcre(), reinterpret_cast<PCRE2_SPTR>(subject.data()), subject.size(), start,
                             *is_damaged ? 0 : PCRE2_NO_UTF_CHECK, with.data.get(), with.context.get());
    if (status < 0) {
      limit_met |= is_limit(status);
      return false;
    }
    if (!match) return true;
    const PCRE2_SIZE* at = pcre2_get_ovector_pointer(with.data.get());
    auto count = static_cast<std::uint32_t>(status == 0 ? kMostGroups + 1 : status);
    match->begin = static_cast<std::uint32_t>(at[0]);
    match->end = static_cast<std::uint32_t>(at[1]);
    match->groups.clear();
    for (std::uint32_t i = 1; i < count; ++i)
      if (at[2 * i] != PCRE2_UNSET) add_group(i, static_cast<std::uint32_t>(at[2 * i]), static_cast<std::uint32_t>(at[2 * i + 1]), *match);
    return true;
  }

  void add_group(std::uint32_t group, std::uint32_t begin, std::uint32_t end, RegexMatch& match) const {
    match.groups.push_back({std::to_string(group), begin, end});
    for (const auto& [number, name] : code.group_names)
      if (number == group) match.groups.push_back({name, begin, end});
  }

  const Code& code;
  std::string_view subject;
  const RE2* linear = nullptr;  // null: PCRE2 runs
  Spent spent;
  std::optional<bool> is_damaged;
  std::uint64_t read_on = 0;
  std::size_t line_end = 0;
  bool limit_met = false;
};

Result<Regex> Regex::compile(std::string_view text, Mode mode, const Place& place) {
  RegexForm form = read_regex_form(text, mode == Mode::SearchLines);
  std::uint32_t options = PCRE2_UTF;
  if (mode == Mode::SearchLines) options |= PCRE2_MULTILINE;
  if (mode == Mode::AtStart) options |= PCRE2_ANCHORED;
  if (!form.is_cheap) options |= PCRE2_AUTO_CALLOUT;
  Compiled made = compile_pcre(text, options);
  if (!made.code) {
    PCRE2_UCHAR message[256];
    pcre2_get_error_message(made.error, message, sizeof message);
    return fail(place, "regex-syntax",
                fmt::format("not a regular expression: {} (at character {} of `{}`)", reinterpret_cast<char*>(message), made.offset + 1, text));
  }
  Regex regex;
  regex.code_ = std::make_shared<Code>();
  regex.code_->text = text;
  regex.code_->options = options;
  regex.code_->pcre.reset(made.code);
  regex.code_->form = std::move(form);
  regex.code_->mode = mode;
  regex.code_->group_names = names_of(made.code);
  return regex;
}

const std::string& Regex::text() const { return code_->text; }

Regex::Engine Regex::engine() const {
  if (code_->form.is_cheap) return Engine::Cheap;
  return code_->linear() ? Engine::Linear : Engine::Counted;
}

std::vector<std::string> Regex::group_names() const {
  std::uint32_t count = 0;
  pcre2_pattern_info(code_->pcre.get(), PCRE2_INFO_CAPTURECOUNT, &count);
  std::vector<std::string> names;
  for (std::uint32_t i = 1; i <= count; ++i) names.push_back(std::to_string(i));
  for (const auto& [number, name] : code_->group_names) names.push_back(name);
  return names;
}

bool Regex::is_found_in(std::string_view subject, bool& limit_met, RegexMatch* match) const {
  Search search(*code_, subject);
  bool is_found = search.find(0, match);
  limit_met |= search.limit_met;
  return is_found;
}

std::vector<RegexMatch> Regex::find_all(std::string_view subject, bool& limit_met, std::size_t limit) const {
  Search search(*code_, subject);
  std::vector<RegexMatch> found;
  RegexMatch match;
  for (std::size_t at = 0; at <= subject.size() && found.size() < limit;) {
    if (!search.find(at, &match)) break;
    found.push_back(match);
    at = match.end;
    if (match.end > match.begin) continue;
    // An empty match must not be found for ever, nor the next one within a letter.
    for (++at; at < subject.size() && (static_cast<unsigned char>(subject[at]) & 0xc0) == 0x80;) ++at;
  }
  limit_met |= search.limit_met || found.size() >= limit;
  return found;
}

}  // namespace sluice
