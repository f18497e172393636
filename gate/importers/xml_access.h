// gate/importers/xml_access.h - texts and places of XML reports.
#pragma once
#include <pugixml.hpp>
#include <string>
#include <string_view>

#include "base/result.h"
#include "gate/report_document.h"

namespace sluice::gate {

// Texts without blanks around them, and valid UTF-8; empty when there is none.
std::string child_text(const pugi::xml_node& node, const char* name);
std::string own_text(const pugi::xml_node& node);
std::string attribute(const pugi::xml_node& node, const char* name);

// A failure at a byte of the document.
std::unexpected<Errors> fail_at(const ReportDocument& document, std::size_t offset, std::string_view code,
                                std::string_view message);

}  // namespace sluice::gate
