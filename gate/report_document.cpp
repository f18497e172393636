#include "gate/report_document.h"

#include <map>

#include "gate/report_json.h"

namespace sluice::gate {
namespace {

constexpr std::string_view kUtf8Mark = "\xEF\xBB\xBF";

// Where formats keep what there may be millions of. A name here costs other formats
// nothing: whoever reads an array asks for its elements one at a time.
constexpr std::string_view kItemArrays[] = {
    "",            // nuclei, trivy of old, ASFF
    "/Findings",   // aws-inspector (Security Hub)
    "/Resources",  // trivy
    "/Results/*/Misconfigurations",
    "/Results/*/Packages",
    "/Results/*/Secrets",
    "/Results/*/Vulnerabilities",
    "/components",          // cyclonedx
    "/findings",            // aws-inspector, generic
    "/ignoredMatches",      // grype
    "/issue_events",        // burp
    "/matches",             // grype
    "/results/*/packages",  // osv-scanner
    "/runs/*/results",      // sarif
    "/site/*/alerts",       // zap
    "/statements",          // openvex
    "/value",               // defender
    "/vulnerabilities",     // cyclonedx, gitlab
};

constexpr std::string_view kItemElements[] = {
    "ASSET_DATA_REPORT/HOST_LIST/HOST",                  // qualys
    "NessusClientData_v2/Report/ReportHost/ReportItem",  // nessus
    "OWASPZAPReport/site/alerts/alertitem",              // zap
    "SCAN/IP",                                           // qualys
    "WAS_SCAN_REPORT/RESULTS/INFORMATION_GATHERED_LIST/INFORMATION_GATHERED",
    "WAS_SCAN_REPORT/RESULTS/VULNERABILITY_LIST/VULNERABILITY",
    "analysis/dependencies/dependency",  // dependency-check
    "bom/components/component",          // cyclonedx
    "bom/v:vulnerabilities/v:vulnerability",
    "bom/vulnerabilities/vulnerability",
    "get_reports_response/report/report/results/result",  // openvas
    "issues/issue",                                       // burp
    "nmaprun/host",                                       // nmap
    "report/report/results/result",                       // openvas
    "report/results/result",
};

}  // namespace

struct ReportDocument::Parts {
  std::string file;
  std::string_view text;
  Form form = Form::AsText;
  JsonOutline json;
  std::map<std::string, nlohmann::json, std::less<>> first_items;
  XmlOutline xml;
  Errors syntax_errors;

  Result<void> read_json() {
    SLUICE_CHECK(parse_json_outline(file, text, kItemArrays, json, syntax_errors));
    if (!syntax_errors.empty()) {
      json = {};
      return {};
    }
    form = Form::AsJson;
    for (const auto& [pointer, items] : json.items)
      if (items.count > 0)
        SLUICE_CHECK(for_each_item(text, {items.offset, 1}, [&](const nlohmann::json& item, std::size_t) {
          first_items[pointer] = item;
          return Result<void>();
        }));
    return {};
  }

  Result<void> read_xml() {
    SLUICE_CHECK(parse_xml_outline(file, text, kItemElements, xml, syntax_errors));
    if (syntax_errors.empty()) form = Form::AsXml;
    return {};
  }
};

ReportDocument::ReportDocument(std::unique_ptr<Parts> parts) : parts_(std::move(parts)) {}
ReportDocument::ReportDocument(ReportDocument&&) noexcept = default;
ReportDocument::~ReportDocument() = default;

const std::string& ReportDocument::file() const { return parts_->file; }
ReportDocument::Form ReportDocument::form() const { return parts_->form; }
const nlohmann::json& ReportDocument::json() const { return parts_->json.root; }
const JsonOutline& ReportDocument::json_outline() const { return parts_->json; }
const XmlOutline& ReportDocument::xml_outline() const { return parts_->xml; }
pugi::xml_node ReportDocument::xml_root() const {
  return form() == Form::AsXml ? parts_->xml.tree.document_element() : pugi::xml_node();
}
std::string_view ReportDocument::text() const { return parts_->text; }
const Errors& ReportDocument::syntax_errors() const { return parts_->syntax_errors; }

const nlohmann::json& ReportDocument::first_item(std::string_view pointer) const {
  static const nlohmann::json none;
  auto found = parts_->first_items.find(pointer);
  return found == parts_->first_items.end() ? none : found->second;
}

Result<ReportDocument> ReportDocument::parse(std::string file, std::string_view bytes) {
  if (bytes.size() > kMaxBytes)
    return fail({file}, "report-too-large", fmt::format("larger than {} GiB", kMaxBytes / 1024 / 1024 / 1024));
  if (bytes.starts_with(kUtf8Mark)) bytes.remove_prefix(kUtf8Mark.size());
  std::size_t first = bytes.find_first_not_of(" \t\r\n");
  if (first == std::string_view::npos) return fail({file}, "report-empty", "the file is empty: not a report");
  bool utf16 = bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF");
  bool utf16_xml = utf16 && bytes.substr(0, 4).find('<') != std::string_view::npos;
  if (utf16 && !utf16_xml) return fail({file}, "report-encoding", "the file is UTF-16; save it as UTF-8");

  auto parts = std::make_unique<Parts>();
  parts->file = std::move(file);
  parts->text = bytes;
  if (bytes[first] == '{' || bytes[first] == '[')
    SLUICE_CHECK(parts->read_json());
  else if (bytes[first] == '<' || utf16_xml)
    SLUICE_CHECK(parts->read_xml());
  return ReportDocument(std::move(parts));
}

}  // namespace sluice::gate
