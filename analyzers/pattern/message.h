// analyzers/pattern/message.h - texts of a rule with what its metavariables are bound to.
#pragma once
#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "analyzers/pattern/bindings.h"
#include "analyzers/pattern/rule_set.h"
#include "analyzers/pattern/unit_index.h"

namespace sluice {

// Whether `value($X)` was written, or `$X` alone.
enum class AsValue : std::uint8_t { No, Yes };
using MetavariableLookup = std::function<std::optional<std::string>(std::string_view name, AsValue)>;
// Each metavariable replaced by what the lookup has for it; the longest name that it knows counts.
std::string fill_in(std::string_view text, const MetavariableLookup& lookup);
// `$X` replaced by its code, `value($X)` by the constant it stands for (else by its code).
std::string fill_in(std::string_view text, const Bindings& bindings, const Unit& unit, const UnitIndex& index);

// The text with what the regex finds in it replaced; `\1`, `\g<1>` and `\g<name>` in the
// replacement stand for groups. Nothing when a limit was met or nothing was found.
std::optional<std::string> apply(const RegexFix& fix, std::string_view text);

}  // namespace sluice
