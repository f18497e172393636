// A log as one page for a browser, to be kept with a build or sent to somebody.
//
// The page loads nothing and runs nothing (report/html_page.h); its style is report/log_html.css,
// the filters are checkboxes and CSS. All text that comes from a log goes through shown().
#include <fmt/format.h>

#include "base/text.h"
#include "embedded/log_html_style.h"
#include "report/html_page.h"
#include "report/log_format.h"
#include "report/log_outline.h"
#include "sarif/uri.h"

namespace sluice {
namespace {

constexpr std::size_t kMaxFindings = 5000;  // a browser draws them at once
constexpr std::size_t kMaxSteps = 100;      // of one flow

using html::shown;

std::string message(std::string_view text) {
  std::string out;
  bool is_code = false;
  for (std::string_view part : code_spans(text)) {
    if (!part.empty()) out += is_code ? fmt::format("<code>{}</code>", shown(part)) : shown(part);
    is_code = !is_code;
  }
  return out;
}

std::string_view class_of(sarif::Level level) {
  return level == sarif::Level::Error || level == sarif::Level::Warning ? level_word(level) : "note";
}

// The lines around the finding where the log has them, with their numbers.
std::string code(const LogFinding& finding) {
  const sarif::PhysicalLocation* place = finding.result->locations.empty() || !finding.result->locations[0].physical_location
                                             ? nullptr : &*finding.result->locations[0].physical_location;
  if (!place || finding.region.start_line <= 0) return "";
  const sarif::Region& region = place->context_region && place->context_region->snippet ? *place->context_region : finding.region;
  if (!region.snippet || region.snippet->text.empty()) return "";
  std::string out = "<pre>";
  std::int32_t line = region.start_line;
  std::string_view text = region.snippet->text;
  if (text.ends_with('\n')) text.remove_suffix(1);
  for (std::string_view row : split(text, '\n')) {
    if (row.ends_with('\r')) row.remove_suffix(1);
    bool is_hit = line >= finding.region.start_line && line <= finding.region.end_line;
    out += fmt::format("<span{}><i>{}</i>{}</span>", is_hit ? " class=\"hit\"" : "", line++, shown(row));
  }
  return out + "</pre>";
}

std::string step(const sarif::ThreadFlowLocation& step_location) {
  if (!step_location.location) return "";
  const sarif::Location& location = *step_location.location;
  std::string place;
  if (location.physical_location && location.physical_location->artifact_location) {
    place = sarif::path_from_uri(location.physical_location->artifact_location->uri);
    if (location.physical_location->region) place += fmt::format(":{}", location.physical_location->region->start_line);
  }
  return fmt::format("<li><span class=\"place\">{}</span> {}</li>", shown(place), location.message ? message(location.message->text) : "");
}

std::string flow(const sarif::Result& result) {
  if (result.code_flows.empty() || result.code_flows[0].thread_flows.empty()) return "";
  const auto& steps = result.code_flows[0].thread_flows[0].locations;
  std::string out = fmt::format("<details><summary>How the data gets there: {} steps</summary><ol>", steps.size());
  for (std::size_t i = 0; i < steps.size() && i < kMaxSteps; ++i) out += step(steps[i]);
  return out + (steps.size() > kMaxSteps ? fmt::format("<li>and {} more</li></ol></details>", steps.size() - kMaxSteps) : "</ol></details>");
}

std::string fix(const sarif::Result& result) {
  std::string out;
  if (result.fixes.empty()) return out;
  for (const sarif::ArtifactChange& change : result.fixes.front().artifact_changes)
    for (const sarif::Replacement& replacement : change.replacements)
      if (replacement.inserted_content) out += fmt::format("<pre><span><i>{}</i>{}</span></pre>", replacement.deleted_region.start_line, shown(replacement.inserted_content->text));
  return out.empty() ? out : "<details><summary>Proposed fix</summary>" + out + "</details>";
}

// "CWE-89" with a link, when it is one: the id may come from a foreign log.
std::string weakness(const std::string& cwe) {
  if (cwe.empty()) return "";
  std::string_view number = std::string_view(cwe).substr(4);
  bool is_number = !number.empty() && number.find_first_not_of("0123456789") == std::string_view::npos;
  if (!is_number) return fmt::format("<span class=\"tag\">{}</span>", shown(cwe));
  return fmt::format("<a class=\"tag\" rel=\"noreferrer\" href=\"https://cwe.mitre.org/data/definitions/{}.html\">{}</a>", number, cwe);
}

std::string_view baseline_tag(const LogFinding& finding) {
  if (!finding.baseline || finding.is_suppressed) return "";
  return finding.is_news() ? "<span class=\"tag fresh\">new</span>" : "<span class=\"tag\">unchanged</span>";
}

std::string article(const LogFinding& finding) {
  std::string out = fmt::format("<article class=\"{}\"><div class=\"head\"><span class=\"level\">{}</span><h3>{}</h3>{}{}<span class=\"place\">{}</span></div>",
                                class_of(finding.level), level_word(finding.level), shown(finding.result->rule_id), weakness(finding.cwe),
                                baseline_tag(finding), shown(place_text(finding)));
  out += fmt::format("<p>{}</p>", message(finding.result->message.text));
  if (std::string why = justification(finding); finding.is_suppressed) out += fmt::format("<p class=\"soft\">Suppressed: {}</p>", why.empty() ? "no reason is given" : shown(why));
  return out + code(finding) + flow(*finding.result) + fix(*finding.result) + "</article>\n";
}

enum class Which { Open, Suppressed };

std::string articles(const LogOutline& all, Which which) {
  std::string out;
  std::size_t count = 0;
  for (const LogFinding* finding : worst_first(all)) {
    if (finding->is_suppressed != (which == Which::Suppressed)) continue;
    if (++count <= kMaxFindings) out += article(*finding);
  }
  if (count > kMaxFindings) out += fmt::format("<p class=\"soft\">{} more are not shown here; <code>--format sarif</code> has them all.</p>\n", count - kMaxFindings);
  return out;
}

std::string filters(const LogCounts& counts) {
  const std::tuple<std::string_view, std::string_view, std::int64_t> kinds[] = {
      {"error", "Errors", counts.errors}, {"warning", "Warnings", counts.warnings}, {"note", "Notes", counts.notes}};
  std::string boxes, labels;
  for (const auto& [id, title, number] : kinds) {
    boxes += fmt::format("<input class=\"pick\" type=\"checkbox\" id=\"{}\" checked>\n", id);
    labels += fmt::format("<label for=\"{}\">{} <b>{}</b></label>", id, title, number);
  }
  return boxes + "<div class=\"filters\">" + labels + "</div>\n";
}

std::string notes(const LogOutline& all) {
  std::string list;
  for (const LogNote& note : all.notes) {
    std::string where = note.line > 0 ? fmt::format("{}:{}", note.path, note.line) : note.path;
    list += fmt::format("<li><b class=\"{}\">{}</b> <span class=\"place\">{}</span> {}</li>\n", note.level == sarif::Level::Error ? "bad" : "soft",
                        shown(note.code), shown(where), message(note.message));
  }
  return list.empty() ? "" : "<h2>What the scan tells besides</h2>\n<ul>\n" + list + "</ul>\n";
}

std::string body(const LogOutline& all) {
  std::string out = fmt::format("<main>\n<h1>Sluice scan</h1>\n<p class=\"soft\">{}</p>\n<p class=\"soft\">{}</p>\n", counts_line(all), coverage_line(all));
  if (!all.is_complete) out += "<p class=\"bad\">The analysis is incomplete: what is not listed may still be there.</p>\n";
  std::string open = articles(all, Which::Open), suppressed = articles(all, Which::Suppressed);
  if (open.empty()) open = "<p class=\"empty\">Nothing was found in what was scanned.</p>\n";
  out += filters(all.counts) + "<section class=\"list\">\n" + open + "</section>\n" + notes(all);
  if (!suppressed.empty()) out += fmt::format("<h2>Suppressed: {}</h2>\n<details><summary>Show them</summary>\n{}</details>\n", all.counts.suppressed, suppressed);
  return out + "</main>\n";
}

}  // namespace

std::string render_html(const sarif::Log& log, const RenderOptions&) {
  LogOutline all = outline(log);
  return html::page_head("Sluice scan", embedded::log_html_style()[0].bytes) + "<body>\n" + body(all) + "</body>\n</html>\n";
}

}  // namespace sluice
