// sarif/violation.h - one thing that is wrong with a log, told with its place.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "sarif/json.h"
#include "sarif/log.h"

namespace sluice::sarif {

struct Violation {
  std::string id;  // stable, kebab-case: "schema-required", "suppressions-mixed", "github-run-limit"
  Level level = Level::Error;
  Place place;
  std::string pointer;  // RFC 6901, of the value that is wrong
  std::string message;
};

// Collects while rules walk a document; places and pointers are worked out at the end,
// for all at once, because finding one pointer means descending from the root.
class ViolationSink {
 public:
  explicit ViolationSink(const json::Document& document) : document_(document) {}
  void add(std::string_view id, Level level, const json::Value& at, std::string message);
  // In document order. Of one id at most kMaxPerId, and the last of those says how many more there were.
  std::vector<Violation> take() &&;

  static constexpr std::size_t kMaxPerId = 1000;

 private:
  struct Raw {
    std::uint32_t node;
    std::string id;
    Level level;
    std::string message;
  };
  void drop_excess();
  const json::Document& document_;
  std::vector<Raw> raw_;
};

}  // namespace sluice::sarif
