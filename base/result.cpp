#include "base/result.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>

namespace sluice {

void Errors::add(Place place, std::string_view code, std::string message) {
  list.push_back({std::move(place), std::string(code), std::move(message)});
}

void Errors::append(Errors other) {
  for (Error& error : other.list) list.push_back(std::move(error));
}

void Errors::sort_by_place() { std::ranges::stable_sort(list, {}, &Error::place); }

std::unexpected<Errors> fail(Place place, std::string_view code, std::string message) {
  return std::unexpected(Errors(Error{std::move(place), std::string(code), std::move(message)}));
}

std::string to_string(const Place& place) {
  if (place.file.empty()) return {};
  if (place.line == 0) return place.file;
  if (place.column == 0) return fmt::format("{}:{}", place.file, place.line);
  return fmt::format("{}:{}:{}", place.file, place.line, place.column);
}

std::string to_string(const Error& error) {
  std::string where = to_string(error.place);
  return where.empty() ? error.message : where + ": " + error.message;
}

std::string to_string(const Errors& errors) {
  std::string text;
  for (const Error& error : errors.list) text += to_string(error) + "\n";
  return text;
}

void assertion_failed(const char* condition, const char* belief, const char* file, int line) {
  fmt::print(stderr, "sluice: internal error: {} ({}) at {}:{}\n", belief, condition, file, line);
  std::abort();
}

}  // namespace sluice
