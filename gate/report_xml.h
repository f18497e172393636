// gate/report_xml.h - XML reports in memory that does not grow with them.
//
// As gate/report_json.h: one pass over the text checks all of it and makes a tree of
// the envelope; of the named elements, the items, only their places are kept, and each is
// made into a tree of its own when an importer asks. Expat does the pass, pugixml is the tree.
//
// Entities that a document declares are refused (they make text out of nothing, or out of
// other files); a document type without entities is passed over.
#pragma once
#include <cstddef>
#include <functional>
#include <map>
#include <pugixml.hpp>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "base/result.h"

namespace sluice::gate {

struct XmlItem {
  std::size_t begin = 0, end = 0;  // bytes in the text
};

struct XmlOutline {
  pugi::xml_document tree;  // without the items
  pugi::xml_encoding encoding = pugi::encoding_utf8;
  // By the element that holds them and their name.
  std::map<std::pair<const void*, std::string>, std::vector<XmlItem>> items;
  std::unordered_map<const void*, std::size_t> offsets;  // where the elements of the tree begin
};

// `item_elements`: paths of names from the root ("nmaprun/host"). Errors as in report_json.h.
Result<void> parse_xml_outline(const std::string& file, std::string_view text,
                               std::span<const std::string_view> item_elements, XmlOutline& outline,
                               Errors& syntax_errors);

// Calls `visit` with each child element of that name, in the order of the file, and where it begins.
using VisitXml = std::function<Result<void>(const pugi::xml_node& element, std::size_t offset)>;
Result<void> for_each_element(std::string_view text, const XmlOutline& outline, const pugi::xml_node& parent,
                              const char* name, const VisitXml& visit);

}  // namespace sluice::gate
