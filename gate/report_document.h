// gate/report_document.h - the bytes of a report, parsed once for all importers.
//
// The first significant byte tells the form. Bytes that look like JSON or XML and do
// not parse are AsText with `syntax_errors`: they may be lines of JSON, which an
// importer can still recognize; when none does, the errors are what the user hears.
//
// Reports are hostile: size and nesting are bounded, a JSON object with the same key
// twice is refused (two readers would read two reports), XML entities are not expanded.
#pragma once
#include <memory>
#include <nlohmann/json_fwd.hpp>
#include <string>
#include <string_view>

#include "base/result.h"

namespace pugi {
class xml_node;
}

namespace sluice::gate {

class ReportDocument {
 public:
  enum class Form { AsJson, AsXml, AsText };
  static constexpr std::size_t kMaxBytes = 1024UL * 1024 * 1024;
  static constexpr int kMaxDepth = 200;

  // `bytes` must outlive the document. Fails for what no importer can read: empty,
  // too large, nested too deeply, UTF-16 outside XML.
  static Result<ReportDocument> parse(std::string file, std::string_view bytes);

  ReportDocument(ReportDocument&&) noexcept;
  ~ReportDocument();

  const std::string& file() const;
  Form form() const;
  const nlohmann::json& json() const;  // Null unless the form is AsJson
  pugi::xml_node xml_root() const;     // the one root element; empty unless the form is AsXml
  std::string_view text() const;       // the bytes without a byte order mark, whatever the form
  const Errors& syntax_errors() const;

 private:
  struct Parts;
  explicit ReportDocument(std::unique_ptr<Parts> parts);
  std::unique_ptr<Parts> parts_;
};

}  // namespace sluice::gate
