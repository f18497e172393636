// analyzers/templates/markup_tags.h - the tags of a page whose attributes and elements mean something to an
// engine (JSP's tag libraries, Thymeleaf, Vue).
#pragma once
#include <optional>
#include <string_view>
#include <vector>

#include "analyzers/templates/pieces.h"

namespace sluice::templates {

struct MarkupAttribute {
  ByteRange name, value;  // the value without quotes
};

struct MarkupTag {
  ByteRange range;        // with its brackets
  ByteRange name;         // `c:out`
  bool is_end = false;    // `</c:out>`
  std::vector<MarkupAttribute> attributes;

  // Not there: an empty range at the tag's begin.
  ByteRange value_of(std::string_view text, std::string_view attribute) const;
};

// The tag that begins at `at`, where `<` stands; none where that is no tag or has no end. Looks at no more
// than a few thousand bytes.
std::optional<MarkupTag> read_tag(std::string_view text, std::size_t at);

}  // namespace sluice::templates
