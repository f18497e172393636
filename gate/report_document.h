// gate/report_document.h - the bytes of a report, read once for all importers.
//
// The first significant byte tells the form. Bytes that look like JSON or XML and do
// not parse are AsText with `syntax_errors`: they may be lines of JSON, which an
// importer can still recognize; when none does, the errors are what the user hears.
//
// `json()` and `xml_root()` are outlines: the arrays and elements that hold a format's items
// (the tables in report_document.cpp) are empty there, and come one at a time from
// `for_each_object` (importers/json_access.h) and `for_each_element`. So a report of
// gigabytes needs memory for its envelope, one item, and what is made of the items.
//
// Reports are hostile: size and nesting are bounded, a JSON object with the same key
// twice is refused (two readers would read two reports), XML entities are not expanded.
#pragma once
#include <memory>
#include <nlohmann/json_fwd.hpp>
#include <string>
#include <string_view>

#include "base/result.h"
#include "gate/report_xml.h"

namespace sluice::gate {

struct JsonOutline;

class ReportDocument {
 public:
  enum class Form { AsJson, AsXml, AsText };
  static constexpr std::size_t kMaxBytes = 8UL * 1024 * 1024 * 1024;

  // `bytes` must outlive the document. Fails for what no importer can read: empty,
  // too large, nested too deeply, UTF-16 outside XML.
  static Result<ReportDocument> parse(std::string file, std::string_view bytes);

  ReportDocument(ReportDocument&&) noexcept;
  ~ReportDocument();

  const std::string& file() const;
  Form form() const;
  const nlohmann::json& json() const;  // Null unless the form is AsJson
  const JsonOutline& json_outline() const;
  pugi::xml_node xml_root() const;  // the one root element; empty unless the form is AsXml
  std::string_view text() const;    // the bytes without a byte order mark, whatever the form
  const Errors& syntax_errors() const;

  // The first item of a JSON array of items, to recognize a format by; null when there is none.
  const nlohmann::json& first_item(std::string_view pointer) const;

  Result<void> for_each_element(const pugi::xml_node& parent, const char* name, const VisitXml& visit) const {
    return gate::for_each_element(text(), xml_outline(), parent, name, visit);
  }

 private:
  struct Parts;
  explicit ReportDocument(std::unique_ptr<Parts> parts);
  const XmlOutline& xml_outline() const;
  std::unique_ptr<Parts> parts_;
};

}  // namespace sluice::gate
