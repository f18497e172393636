// analyzers/pattern/join_reader.h - `mode: join`: rules whose matches are brought together.
//
//   join:
//     rules:                                   # a part each; its id is its name
//       - {id: routes, languages: [python], pattern: 'route("$PATH", $F)'}
//     refs:                                    # or rules of another file, beside this one
//       - {rule: templates.yaml, as: pages, renames: [{from: $FILE, to: $F}]}
//     on:
//       - routes.$F == pages.$F
//       - calls.$CALLER --> calls.$CALLED      # also by way of others: one calls two, two calls three
//
// The parts run as rules do; analyzers/scan/join.h brings their matches together.
#pragma once
#include "analyzers/pattern/rule.h"
#include "base/yaml.h"

namespace sluice {

// Everything but the rules of the parts: those that stand in the text are the rule reader's,
// those of files the loader's. Parts of `rules` come first, in their order.
JoinText read_join(const yaml::Node& join, Errors& errors);

}  // namespace sluice
