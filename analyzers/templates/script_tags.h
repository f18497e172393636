// analyzers/templates/script_tags.h - `<% code %>`, as EJS, ERB, JSP and Web Forms have it.
#pragma once
#include <string_view>
#include <vector>

#include "analyzers/templates/pieces.h"

namespace sluice::templates {

struct ScriptTag {
  ByteRange before;  // the page between the tag before it and this one
  ByteRange range;   // `<%` to behind `%>`
  ByteRange code{};
  char sign = 0;     // what follows `<%` at once: one of `=`, `-`, `#`, `%`, `!`, `@`, `:`, `$`, or nothing
};

// In order; a tag that nothing closes, and all behind it, is text.
std::vector<ScriptTag> script_tags(std::string_view text);

}  // namespace sluice::templates
