// sarif/schema_check.h - a document against a JSON schema (draft-04), every mistake with its place.
//
// Why not the library that is at hand (valijson): its patterns run on std::regex, which
// overflows the stack on a long string; its uniqueItems compares every pair, so a log
// with many artifacts hangs it; and it names neither a place nor what was expected. The
// SARIF schema needs fourteen keywords. A unit test holds the verdicts of both together.
//
// Keywords known: $ref (into #/definitions), type, enum, properties, additionalProperties,
// required, items, minItems, uniqueItems, minimum, maximum, pattern, format (uri,
// uri-reference, date-time), anyOf, oneOf. A schema with another one is refused.
#pragma once
#include <memory>
#include <string_view>

#include "base/result.h"
#include "sarif/violation.h"

namespace sluice::sarif {

class Schema {
 public:
  static sluice::Result<Schema> compile(std::string_view schema_text);
  Schema(Schema&&) noexcept;
  ~Schema();

  // Ids are "schema-" and the keyword.
  void check(const json::Value& value, ViolationSink& sink) const;

 private:
  struct Compiled;
  explicit Schema(std::unique_ptr<Compiled> compiled);
  std::unique_ptr<Compiled> compiled_;
};

}  // namespace sluice::sarif
