#include "gate/importers/xml_access.h"

#include "base/file.h"
#include "base/text.h"

namespace sluice::gate {
namespace {

std::string clean(const char* text) { return to_valid_utf8(trim(text)); }

}  // namespace

std::string child_text(const pugi::xml_node& node, const char* name) { return clean(node.child_value(name)); }
std::string own_text(const pugi::xml_node& node) { return clean(node.child_value()); }
std::string attribute(const pugi::xml_node& node, const char* name) { return clean(node.attribute(name).value()); }

std::unexpected<Errors> fail_at(const ReportDocument& document, std::size_t offset, std::string_view code,
                                std::string_view message) {
  return fail(place_of(document.file(), document.text(), offset), code, std::string(message));
}

}  // namespace sluice::gate
