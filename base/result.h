// base/result.h - the one error type, and the type of a call that can fail.
//
// Three channels (see CONTRIBUTING.md): a call that cannot go on returns a
// Result; what the user must hear while the run goes on is a Diagnostic
// (base/diagnostics.h); a bug of ours is a SLUICE_ASSERT.
//
// A Result fails with *all* mistakes that were found, so that a user who wrote
// a rule file with five mistakes sees five lines, not one after another.
//
//   Result<Rule> parse_rule(const yaml::Node& node) {
//     SLUICE_TRY(std::string id, node.text("id"));
//     if (!node.has("languages"))
//       return fail(node.place(), "rule-missing-key", "rule `" + id + "` has no `languages`");
//     return Rule{std::move(id)};
//   }
#pragma once
#include <cstdint>
#include <expected>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace sluice {

// A place in a file as people count: 1-based line and column (column in bytes);
// 0 means "the file as a whole", an empty file "no file at all".
struct Place {
  std::string file;
  std::uint32_t line = 0;
  std::uint32_t column = 0;
  friend auto operator<=>(const Place&, const Place&) = default;
};

// One mistake. `code` is stable and kebab-case ("rule-missing-key"), the message
// one line without a full stop that says what is wrong and what is expected.
struct Error {
  Place place;
  std::string code;
  std::string message;
  friend bool operator==(const Error&, const Error&) = default;
};

// At least one mistake, in the order they were found.
struct Errors {
  std::vector<Error> list;

  Errors() = default;
  Errors(Error error) { list.push_back(std::move(error)); }  // a single error is a list of one
  bool empty() const { return list.empty(); }
  void add(Place place, std::string_view code, std::string message);
  void append(Errors other);
  void sort_by_place();  // as an editor lists them; stable
};

template <class T>
struct [[nodiscard]] Result : std::expected<T, Errors> {
  using std::expected<T, Errors>::expected;
};

std::unexpected<Errors> fail(Place place, std::string_view code, std::string message);

// `file:line:col: message`, without the parts that are not known.
std::string to_string(const Place& place);
std::string to_string(const Error& error);
// One error a line, each ending in a newline.
std::string to_string(const Errors& errors);

[[noreturn]] void assertion_failed(const char* condition, const char* belief, const char* file, int line);

}  // namespace sluice

#define SLUICE_CONCAT2(a, b) a##b
#define SLUICE_CONCAT(a, b) SLUICE_CONCAT2(a, b)
// SLUICE_TRY(declaration, expression): declares from the value, or returns the errors.
#define SLUICE_TRY(declaration, ...)                                        \
  auto SLUICE_CONCAT(sluice_try_, __LINE__) = (__VA_ARGS__);                \
  if (!SLUICE_CONCAT(sluice_try_, __LINE__))                                \
    return std::unexpected(std::move(SLUICE_CONCAT(sluice_try_, __LINE__)).error()); \
  declaration = *std::move(SLUICE_CONCAT(sluice_try_, __LINE__))
// SLUICE_CHECK(expression): returns the errors of a Result<void>.
#define SLUICE_CHECK(...)                                                   \
  do {                                                                      \
    auto sluice_check = (__VA_ARGS__);                                      \
    if (!sluice_check) return std::unexpected(std::move(sluice_check).error()); \
  } while (false)
// Holds in release builds too: a broken belief must not become a wrong report.
#define SLUICE_ASSERT(condition, belief) \
  ((condition) ? void() : ::sluice::assertion_failed(#condition, belief, __FILE__, __LINE__))
