#include "gate/report_document.h"

#include <nlohmann/json.hpp>
#include <pugixml.hpp>

#include "base/file.h"
#include "gate/json_scan.h"

namespace sluice::gate {
namespace {

constexpr std::string_view kUtf8Mark = "\xEF\xBB\xBF";

// The parser's message without its own prefix and position.
std::string json_message(const nlohmann::json::exception& error) {
  std::string_view text = error.what();
  if (auto colon = text.find(": "); colon != std::string_view::npos) text.remove_prefix(colon + 2);
  if (auto dash = text.find(" - "); dash != std::string_view::npos) text.remove_prefix(dash + 3);
  return "not valid JSON: " + std::string(text);
}

Result<void> parse_json(const std::string& file, std::string_view bytes, nlohmann::json& json, Errors& syntax_errors) {
  try {
    json = nlohmann::json::parse(bytes);
  } catch (const nlohmann::json::parse_error& error) {
    syntax_errors.add(place_of(file, bytes, error.byte == 0 ? 0 : error.byte - 1), "report-syntax",
                      json_message(error));
    return {};
  } catch (const nlohmann::json::exception& error) {
    // A number that no double can hold, such as 1e999; the library does not say where.
    syntax_errors.add({file}, "report-syntax", json_message(error));
    return {};
  }
  return check_json_structure(file, bytes, ReportDocument::kMaxDepth);
}

// pugixml's own tree walk does not recurse; neither does its destructor.
class DepthWalker : public pugi::xml_tree_walker {
 public:
  bool for_each(pugi::xml_node&) override { return depth() < ReportDocument::kMaxDepth; }
};

Result<void> parse_xml(const std::string& file, std::string_view bytes, pugi::xml_document& xml,
                       Errors& syntax_errors) {
  pugi::xml_parse_result result = xml.load_buffer(bytes.data(), bytes.size());
  if (!result) {
    syntax_errors.add(place_of(file, bytes, static_cast<std::size_t>(result.offset)), "report-syntax",
                      std::string("not valid XML: ") + result.description());
    xml.reset();
    return {};
  }
  DepthWalker walker;
  if (!xml.traverse(walker))
    return fail({file}, "report-too-deep", fmt::format("nested more than {} levels deep", ReportDocument::kMaxDepth));
  auto elements = xml.children();
  auto is_element = [](const pugi::xml_node& node) { return node.type() == pugi::node_element; };
  if (std::count_if(elements.begin(), elements.end(), is_element) != 1) {
    syntax_errors.add({file}, "report-syntax", "not valid XML: expected one root element");
    xml.reset();
  }
  return {};
}

}  // namespace

struct ReportDocument::Parts {
  std::string file;
  std::string_view text;
  Form form = Form::AsText;
  nlohmann::json json;
  pugi::xml_document xml;
  Errors syntax_errors;
};

ReportDocument::ReportDocument(std::unique_ptr<Parts> parts) : parts_(std::move(parts)) {}
ReportDocument::ReportDocument(ReportDocument&&) noexcept = default;
ReportDocument::~ReportDocument() = default;

const std::string& ReportDocument::file() const { return parts_->file; }
ReportDocument::Form ReportDocument::form() const { return parts_->form; }
const nlohmann::json& ReportDocument::json() const { return parts_->json; }
pugi::xml_node ReportDocument::xml_root() const { return parts_->xml.document_element(); }
std::string_view ReportDocument::text() const { return parts_->text; }
const Errors& ReportDocument::syntax_errors() const { return parts_->syntax_errors; }

Result<ReportDocument> ReportDocument::parse(std::string file, std::string_view bytes) {
  if (bytes.size() > kMaxBytes)
    return fail({file}, "report-too-large", fmt::format("larger than {} MiB", kMaxBytes / 1024 / 1024));
  if (bytes.starts_with(kUtf8Mark)) bytes.remove_prefix(kUtf8Mark.size());
  std::size_t first = bytes.find_first_not_of(" \t\r\n");
  if (first == std::string_view::npos) return fail({file}, "report-empty", "the file is empty: not a report");
  bool utf16 = bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF");
  bool utf16_xml = utf16 && bytes.substr(0, 4).find('<') != std::string_view::npos;
  if (utf16 && !utf16_xml) return fail({file}, "report-encoding", "the file is UTF-16; save it as UTF-8");

  auto parts = std::make_unique<Parts>();
  parts->file = std::move(file);
  parts->text = bytes;
  if (bytes[first] == '{' || bytes[first] == '[') {
    SLUICE_CHECK(parse_json(parts->file, bytes, parts->json, parts->syntax_errors));
    if (parts->syntax_errors.empty()) parts->form = Form::AsJson;
  } else if (bytes[first] == '<' || utf16_xml) {
    SLUICE_CHECK(parse_xml(parts->file, bytes, parts->xml, parts->syntax_errors));
    if (parts->syntax_errors.empty()) parts->form = Form::AsXml;
  }
  return ReportDocument(std::move(parts));
}

}  // namespace sluice::gate
