// Nmap's XML. Source: nmap.dtd; the script `vulners` and the `vulns` library's output.
//
// An open port is an item and a fact, left out as `open-port`. What a vulnerability script reports
// is an item: each row of `vulners` (id and a score without a vector), each table of a script
// that uses the `vulns` library (state VULNERABLE or LIKELY VULNERABLE).
// A run that did not end, or ended with an error, is not complete; so is one in which a host
// was not up. Identity: script, vulnerability, host, port.
#include "base/text.h"
#include "gate/importers/common.h"
#include "gate/importers/xml_access.h"
#include "gate/report_builder.h"

namespace sluice::gate {
namespace {

struct Port {  // or the host as a whole
  Asset asset;
  std::string service;  // "OpenSSH 7.4"
  std::string cpe;
  std::optional<Date> day;
};

std::string element_text(const pugi::xml_node& table, std::string_view key) {
  for (const pugi::xml_node& element : table.children("elem"))
    if (key == element.attribute("key").value()) return own_text(element);
  return {};
}

pugi::xml_node inner_table(const pugi::xml_node& table, std::string_view key) {
  for (const pugi::xml_node& inner : table.children("table"))
    if (key == inner.attribute("key").value()) return inner;
  return {};
}

void add(const Port& place, const std::string& script, Vulnerability vulnerability, ReportBuilder& builder) {
  vulnerability.asset = place.asset;
  vulnerability.component.name = place.service;
  vulnerability.last_seen = place.day;
  if (!place.cpe.empty()) add_evidence(vulnerability, place.cpe);
  const Asset& asset = place.asset;
  IdentityParts identity = {{"scheme", "nmap/1"},
                            {"script", script},
                            {"id", vulnerability.ids.rule},
                            {"host", asset.host.empty() ? asset.ip : asset.host},
                            {"port", asset.port ? std::to_string(*asset.port) : std::string()},
                            {"protocol", asset.protocol}};
  builder.add(std::move(vulnerability), identity);
}

// <table key="cpe:/a:.."><table><elem key="cvss">5.0</elem><elem key="id">CVE-..</elem>..
void import_vulners(const Port& place, const pugi::xml_node& script, ReportBuilder& builder) {
  for (const pugi::xml_node& product : script.children("table"))
    for (const pugi::xml_node& row : product.children("table")) {
      Vulnerability vulnerability;
      vulnerability.ids.rule = element_text(row, "id");
      add_ids(vulnerability.ids, vulnerability.ids.rule);
      vulnerability.title = fmt::format("{} in {}", vulnerability.ids.rule, attribute(product, "key"));
      add_rating(vulnerability, {"vulners", {}, element_text(row, "cvss"), {}});
      if (element_text(row, "is_exploit") == "true") add_evidence(vulnerability, "an exploit is published");
      add(place, "vulners", std::move(vulnerability), builder);
    }
}

// <table key="CVE-2014-0160"><elem key="title">..</elem><elem key="state">VULNERABLE</elem>..
void import_vulns_table(const Port& place, const std::string& script, const pugi::xml_node& table,
                        ReportBuilder& builder) {
  std::string state = to_lower(element_text(table, "state"));
  if (state.starts_with("not vulnerable")) return builder.leave_out("not-vulnerable");
  Vulnerability vulnerability;
  vulnerability.ids.rule = attribute(table, "key");
  if (vulnerability.ids.rule.empty()) vulnerability.ids.rule = script;
  add_ids(vulnerability.ids, vulnerability.ids.rule);
  for (const pugi::xml_node& id : inner_table(table, "ids").children("elem")) add_ids(vulnerability.ids, own_text(id));
  vulnerability.title = element_text(table, "title");
  for (const pugi::xml_node& text : inner_table(table, "description").children("elem"))
    vulnerability.description += own_text(text);
  for (const pugi::xml_node& score : inner_table(table, "scores").children("elem"))
    add_rating(vulnerability, {"nmap", {}, own_text(score), {}});
  if (state.find("likely") != std::string::npos || state.find("unknown") != std::string::npos)
    vulnerability.status = VulnerabilityStatus::NeedsReview;
  vulnerability.status_reason = state;
  add(place, script, std::move(vulnerability), builder);
}

void import_script(const Port& place, const pugi::xml_node& script, ReportBuilder& builder) {
  std::string id = attribute(script, "id");
  if (id == "vulners") return import_vulners(place, script, builder);
  for (const pugi::xml_node& table : script.children("table"))
    if (!element_text(table, "state").empty()) import_vulns_table(place, id, table, builder);
}

Asset asset_of(const pugi::xml_node& host) {
  Asset asset;
  for (const pugi::xml_node& address : host.children("address"))
    if (attribute(address, "addrtype").starts_with("ipv")) asset.ip = attribute(address, "addr");
  // The name that the user scanned, before what the name server says today.
  for (const pugi::xml_node& name : host.child("hostnames").children("hostname"))
    if (asset.host.empty() && attribute(name, "type") == "user") asset.host = to_lower(attribute(name, "name"));
  return asset;
}

void import_port(Port place, const pugi::xml_node& port, ReportBuilder& builder) {
  if (attribute(port.child("state"), "state") != "open") return;
  builder.leave_out("open-port");
  place.asset.port = port_of(attribute(port, "portid"));
  place.asset.protocol = attribute(port, "protocol");
  pugi::xml_node service = port.child("service");
  place.service = std::string(trim(attribute(service, "product") + " " + attribute(service, "version")));
  place.cpe = child_text(service, "cpe");
  for (const pugi::xml_node& script : port.children("script")) import_script(place, script, builder);
}

Result<void> import_host(const ReportDocument& document, const pugi::xml_node& host, std::size_t offset,
                         ReportBuilder& builder) {
  Port place{asset_of(host), {}, {}, day_of_seconds(attribute(host, "endtime"))};
  std::string name = place.asset.host.empty() ? place.asset.ip : place.asset.host;
  if (name.empty()) return fail_at(document, offset, "import-missing-member", "`host` has no address");
  builder.add_target(name);
  if (attribute(host.child("status"), "state") == "down")
    builder.add_incomplete(fmt::format("the host {} was down", name));
  for (const pugi::xml_node& port : host.child("ports").children("port")) import_port(place, port, builder);
  for (const pugi::xml_node& script : host.child("hostscript").children("script"))
    import_script(place, script, builder);
  return {};
}

void read_end(const pugi::xml_node& root, ReportBuilder& builder) {
  pugi::xml_node finished = root.child("runstats").child("finished");
  builder.scanned_from(day_of_seconds(attribute(root, "start")), attribute(root, "startstr"));
  builder.scanned_until(day_of_seconds(attribute(finished, "time")), attribute(finished, "timestr"));
  // Old versions do not write how they ended.
  std::string exit = attribute(finished, "exit");
  if (!finished) builder.add_incomplete("the run did not end");
  if (finished && !exit.empty() && exit != "success")
    builder.add_incomplete(fmt::format("the run ended with {}: {}", exit, attribute(finished, "errormsg")));
  if (attribute(root.child("runstats").child("hosts"), "up") == "0")
    builder.add_incomplete("no host was up: nothing was scanned");
}

bool recognizes(const ReportDocument& document) { return std::string_view(document.xml_root().name()) == "nmaprun"; }

Result<void> import(const ReportDocument& document, ReportBuilder& builder) {
  pugi::xml_node root = document.xml_root();
  ImportedReport& report = builder.report();
  report.tool = "Nmap";
  report.tool_version = attribute(root, "version");
  report.completeness = Completeness::Complete;
  report.facts["arguments"] = attribute(root, "args");
  read_end(root, builder);
  SLUICE_CHECK(document.for_each_element(root, "host", [&](const pugi::xml_node& host, std::size_t offset) {
    return import_host(document, host, offset, builder);
  }));
  if (report.targets.empty()) builder.add_incomplete("the report has no hosts: nothing was scanned");
  return {};
}

}  // namespace

std::unique_ptr<const Importer> make_nmap_importer() { return importer_of("nmap", recognizes, import); }

}  // namespace sluice::gate
