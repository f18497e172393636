#include "analyzers/pattern/regex.h"

#define PCRE2_CODE_UNIT_WIDTH 8
#include <fmt/format.h>
#include <pcre2.h>

namespace sluice {
namespace {

// A match of ordinary rules takes some hundred steps; these are met only by
// expressions and texts that blow up. Counted in steps, not time: the same on every machine.
constexpr std::uint32_t kMatchLimit = 2'000'000;
constexpr std::uint32_t kDepthLimit = 20'000;
constexpr std::uint32_t kHeapLimitKb = 64 * 1024;
constexpr std::size_t kStackBytes = 4 * 1024 * 1024;  // of compiled expressions; not taken before it is needed

struct FreeMatchData {
  void operator()(pcre2_match_data* data) const { pcre2_match_data_free(data); }
};
struct FreeStack {
  void operator()(pcre2_jit_stack* stack) const { pcre2_jit_stack_free(stack); }
};
struct FreeContext {
  void operator()(pcre2_match_context* context) const { pcre2_match_context_free(context); }
};

// What a search needs besides the code; one a thread, since it is written to.
struct Scratch {
  std::unique_ptr<pcre2_match_data, FreeMatchData> data{pcre2_match_data_create(64, nullptr)};
  std::unique_ptr<pcre2_match_context, FreeContext> context{pcre2_match_context_create(nullptr)};
  std::unique_ptr<pcre2_jit_stack, FreeStack> stack{pcre2_jit_stack_create(32 * 1024, kStackBytes, nullptr)};
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

bool is_limit(int status) {
  return status == PCRE2_ERROR_MATCHLIMIT || status == PCRE2_ERROR_DEPTHLIMIT || status == PCRE2_ERROR_HEAPLIMIT ||
         status == PCRE2_ERROR_JIT_STACKLIMIT;
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

Result<Regex> Regex::compile(std::string_view text, Mode mode, const Place& place) {
  // MATCH_INVALID_UTF: a search in damaged text goes on behind the damage.
  std::uint32_t options = PCRE2_UTF | PCRE2_MATCH_INVALID_UTF;
  if (mode == Mode::SearchLines) options |= PCRE2_MULTILINE;
  if (mode == Mode::AtStart) options |= PCRE2_ANCHORED;
  int error = 0;
  PCRE2_SIZE offset = 0;
  pcre2_code* code = pcre2_compile(reinterpret_cast<PCRE2_SPTR>(text.data()), text.size(), options, &error, &offset, nullptr);
  if (!code) {
    PCRE2_UCHAR message[256];
    pcre2_get_error_message(error, message, sizeof message);
    return fail(place, "regex-syntax",
                fmt::format("not a regular expression: {} (at character {} of `{}`)", reinterpret_cast<char*>(message), offset + 1, text));
  }
  pcre2_jit_compile(code, PCRE2_JIT_COMPLETE);  // optional: without it the interpreter runs
  Regex regex;
  regex.text_ = text;
  regex.code_ = std::shared_ptr<pcre2_real_code_8>(code, [](pcre2_code* c) { pcre2_code_free(c); });
  regex.group_names_ = names_of(code);
  return regex;
}

std::vector<std::string> Regex::group_names() const {
  std::uint32_t count = 0;
  pcre2_pattern_info(code_.get(), PCRE2_INFO_CAPTURECOUNT, &count);
  std::vector<std::string> names;
  for (std::uint32_t i = 1; i <= count; ++i) names.push_back(std::to_string(i));
  for (const auto& [number, name] : group_names_) names.push_back(name);
  return names;
}

bool Regex::run(std::string_view subject, std::size_t start, bool& limit_met, RegexMatch* match) const {
  Scratch& with = scratch();
  int status = pcre2_match(code_.get(), reinterpret_cast<PCRE2_SPTR>(subject.data()), subject.size(), start, 0,
                           with.data.get(), with.context.get());
  if (status < 0) {
    limit_met |= is_limit(status);
    return false;
  }
  if (!match) return true;
  const PCRE2_SIZE* at = pcre2_get_ovector_pointer(with.data.get());
  auto count = static_cast<std::uint32_t>(status == 0 ? 64 : status);
  match->begin = static_cast<std::uint32_t>(at[0]);
  match->end = static_cast<std::uint32_t>(at[1]);
  match->groups.clear();
  for (std::uint32_t i = 1; i < count; ++i) {
    if (at[2 * i] == PCRE2_UNSET) continue;
    auto begin = static_cast<std::uint32_t>(at[2 * i]), end = static_cast<std::uint32_t>(at[2 * i + 1]);
    match->groups.push_back({std::to_string(i), begin, end});
    for (const auto& [number, name] : group_names_)
      if (number == i) match->groups.push_back({name, begin, end});
  }
  return true;
}

bool Regex::is_found_in(std::string_view subject, bool& limit_met, RegexMatch* match) const { return run(subject, 0, limit_met, match); }

std::vector<RegexMatch> Regex::find_all(std::string_view subject, bool& limit_met, std::size_t limit) const {
  std::vector<RegexMatch> found;
  RegexMatch match;
  for (std::size_t at = 0; at <= subject.size() && found.size() < limit;) {
    if (!run(subject, at, limit_met, &match)) break;
    found.push_back(match);
    // An empty match must not be found for ever.
    at = match.end > match.begin ? match.end : match.end + 1;
  }
  limit_met |= found.size() >= limit;
  return found;
}

}  // namespace sluice
