// report/xml_text.h - text from anywhere for XML text and attributes.
#pragma once
#include <string>
#include <string_view>

namespace sluice {

// XML 1.0 has no way to write a control character, U+FFFE or U+FFFF.
std::string xml_text(std::string_view text);

}  // namespace sluice
