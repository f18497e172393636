#include "checklists/regex.h"

#define PCRE2_CODE_UNIT_WIDTH 8
#include <fmt/format.h>
#include <pcre2.h>

namespace sluice::checklists {
namespace {

constexpr std::uint32_t kMatchLimit = 2'000'000;
constexpr std::uint32_t kDepthLimit = 20'000;
constexpr std::uint32_t kHeapLimitKb = 32 * 1024;

struct FreeContext {
  void operator()(pcre2_match_context* context) const { pcre2_match_context_free(context); }
};
struct FreeData {
  void operator()(pcre2_match_data* data) const { pcre2_match_data_free(data); }
};

}  // namespace

struct Regex::Code {
  pcre2_code* code = nullptr;
  ~Code() { pcre2_code_free(code); }
};

Result<Regex> Regex::compile(std::string_view pattern, const Place& place) {
  int error = 0;
  std::size_t offset = 0;
  auto text = reinterpret_cast<PCRE2_SPTR>(pattern.data());
  auto code = std::make_shared<Code>();
  code->code = pcre2_compile(text, pattern.size(), PCRE2_UTF | PCRE2_MATCH_INVALID_UTF | PCRE2_MULTILINE | PCRE2_NEVER_BACKSLASH_C,
                             &error, &offset, nullptr);
  if (!code->code) {
    char message[256] = "";
    pcre2_get_error_message(error, reinterpret_cast<PCRE2_UCHAR*>(message), sizeof message);
    return fail(place, "regex-syntax", fmt::format("not a regular expression: {} at character {}", message, offset + 1));
  }
  Regex regex;
  regex.code_ = std::move(code);
  return regex;
}

RegexMatch Regex::search(std::string_view text, std::size_t from) const {
  std::unique_ptr<pcre2_match_context, FreeContext> context(pcre2_match_context_create(nullptr));
  std::unique_ptr<pcre2_match_data, FreeData> data(pcre2_match_data_create_from_pattern(code_->code, nullptr));
  if (!context || !data) return {RegexMatch::State::GaveUp, 0, 0, {}};
  pcre2_set_match_limit(context.get(), kMatchLimit);
  pcre2_set_depth_limit(context.get(), kDepthLimit);
  pcre2_set_heap_limit(context.get(), kHeapLimitKb);
  int count = pcre2_match(code_->code, reinterpret_cast<PCRE2_SPTR>(text.data()), text.size(), from, 0, data.get(), context.get());
  if (count == PCRE2_ERROR_NOMATCH) return {};
  if (count < 0) return {RegexMatch::State::GaveUp, 0, 0, {}};
  const std::size_t* places = pcre2_get_ovector_pointer(data.get());
  RegexMatch match{RegexMatch::State::Found, places[0], places[1], {}};
  if (count > 1 && places[2] != PCRE2_UNSET) match.group = text.substr(places[2], places[3] - places[2]);
  return match;
}

}  // namespace sluice::checklists
