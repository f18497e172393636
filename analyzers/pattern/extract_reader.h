// analyzers/pattern/extract_reader.h - `mode: extract`: code of another language in a text.
//
//   mode: extract
//   languages: [yaml]
//   pattern: "script: $CODE"
//   extract: $CODE
//   dest-language: bash
//   transform: no_transform        # or unquote_string, concat_json_string_array
//   reduce: separate               # or concat: all that the rule finds in a file is one piece
//   dest-rules: {include: [a], exclude: [b]}
//
// The rule itself reports nothing. analyzers/scan/extract.h reads what it finds.
#pragma once
#include "analyzers/pattern/rule.h"
#include "base/yaml.h"

namespace sluice {

ExtractText read_extract(const yaml::Node& rule, Errors& errors);

}  // namespace sluice
