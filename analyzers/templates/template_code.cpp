#include "analyzers/templates/template_code.h"

#include <algorithm>

#include "analyzers/templates/readers.h"

namespace sluice::templates {
namespace {

// What tells files of an engine; empty words say nothing.
struct Engine {
  Page (*read)(std::string_view text, const Host& host);
  std::string_view endings;  // of names, separated by blanks
  std::string_view marks;    // one of which is in the text; separated by blanks
  Language host;
};

// The first that fits a file and a host counts.
constexpr Engine kEngines[] = {
    {read_razor, ".cshtml .razor", "@", Language::CSharp},
    {read_web_forms, ".aspx .ascx .master", "<%", Language::CSharp},
    {read_jsp, ".jsp .jspf .tag .jspx", "<% ${", Language::Java},
    {read_blade, ".blade.php", "{{ {!! @", Language::Php},
    {read_twig, ".twig", "{{ {%", Language::Php},
    {read_erb, ".erb .rhtml", "<%", Language::Ruby},
    {read_ejs, ".ejs", "<%", Language::Js},
    {read_handlebars, ".hbs .handlebars .mustache", "{{", Language::Js},
    {read_pug, ".pug .jade", "= #{ !{", Language::Js},
    {read_thymeleaf, ".html .xhtml", "th:", Language::Java},
    {read_jinja, ".j2 .jinja .jinja2 .html .htm .xhtml", "{{ {%", Language::Python},
    {read_jinja, ".njk .nunjucks", "{{ {%", Language::Js},
    {read_jinja, ".html", "{%", Language::Js},
};

bool ends_so(std::string_view path, std::string_view endings) {
  for (std::size_t at = 0; at < endings.size();) {
    std::size_t end = std::min(endings.find(' ', at), endings.size());
    if (path.ends_with(endings.substr(at, end - at))) return true;
    at = end + 1;
  }
  return false;
}

bool has_mark(std::string_view text, std::string_view marks) {
  for (std::size_t at = 0; at < marks.size();) {
    std::size_t end = std::min(marks.find(' ', at), marks.size());
    if (text.find(marks.substr(at, end - at)) != std::string_view::npos) return true;
    at = end + 1;
  }
  return marks.empty();
}

}  // namespace

std::vector<Language> hosts_of(std::string_view path, std::string_view text) {
  std::vector<Language> hosts;
  for (const Engine& engine : kEngines) {
    bool is_new = std::ranges::find(hosts, engine.host) == hosts.end();
    if (is_new && ends_so(path, engine.endings) && has_mark(text, engine.marks)) hosts.push_back(engine.host);
  }
  return hosts;
}

ExtractedText read_template(std::string_view path, std::string_view text, Language language) {
  const Host* host = find_host(language);
  for (const Engine& engine : kEngines)
    if (host && engine.host == language && ends_so(path, engine.endings) && has_mark(text, engine.marks)) return write_page(engine.read(text, *host), *host);
  return {};
}

}  // namespace sluice::templates
