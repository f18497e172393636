#include <catch2/catch.hpp>

#include <chrono>
#include <string>
#include <vector>

#include "analyzers/syntax/extracted.h"
#include "analyzers/templates/template_code.h"

using namespace sluice;
using namespace sluice::templates;

namespace {

// What the page's function puts out, in order: `raw` or `escaped`, and the text of the template that stands for it.
std::vector<std::string> outputs_of(std::string_view path, std::string_view text) {
  std::vector<Language> hosts = hosts_of(path, text);
  REQUIRE(!hosts.empty());
  const ExtractedText code = read_template(path, text, hosts.front());
  REQUIRE(code.text.size() == code.places.size());
  std::vector<std::string> outputs;
  std::size_t end = code.text.find("sluice_plain_page");
  for (std::size_t at = 0; (at = code.text.find("SluiceTemplate", at)) < std::min(end, code.text.size());) {
    std::size_t line = std::min(code.text.find('\n', at), code.text.size());
    std::string_view call(code.text.data() + at, line - at);
    bool is_raw = call.substr(15).starts_with("raw(") || call.substr(15).starts_with(":raw(");
    bool is_escaped = call.substr(15).starts_with("escaped(") || call.substr(15).starts_with(":escaped(");
    std::size_t last = call.ends_with(';') ? line - 2 : line - 1;
    ByteRange range{code.places[at].begin, code.places[last].end};
    REQUIRE(range.begin <= range.end);
    REQUIRE(range.end <= text.size());
    if (is_raw || is_escaped) outputs.push_back((is_raw ? "raw " : "escaped ") + std::string(text.substr(range.begin, range.end - range.begin)));
    at = line;
  }
  return outputs;
}

struct Case {
  std::string_view path, text;
  std::vector<std::string> outputs;
};

const Case kCases[] = {
    {"a.html", "<p>{{ a }}</p>{{ b|safe }}{# {{ c }} #}", {"escaped {{ a }}", "raw {{ b|safe }}"}},
    {"a.html", "{% autoescape off %}{{ a }}{% endautoescape %}{{ b }}", {"raw {{ a }}", "escaped {{ b }}"}},
    {"a.html", "{% for x in xs %}{{ x.y }}{% else %}{{ z }}{% endfor %}", {"escaped {{ x.y }}", "escaped {{ z }}"}},
    {"a.html", "{% raw %}{{ a|safe }}{% endraw %}{{ b }}", {"escaped {{ b }}"}},
    {"a.html", "<a href=\"{{ a }}\">{{ b }}</a><a href=\"/x?{{ c }}\">", {"raw {{ a }}", "escaped {{ b }}", "escaped {{ c }}"}},
    {"a.html.twig", "{{ a|raw }}{{ b ~ c }}{% set d = a %}", {"raw {{ a|raw }}", "escaped {{ b ~ c }}"}},
    {"a.ejs", "<%= a %><%- b %><%# c %><% if (d) { %><%= e; %><% } %>", {"escaped <%= a %>", "raw <%- b %>", "escaped <%= e; %>"}},
    {"a.html.erb", "<%= a %><%== b %><%= raw c %><%= d.html_safe %><%= f do |x| %><% end %>",
     {"escaped <%= a %>", "raw <%== b %>", "raw <%= raw c %>", "raw <%= d.html_safe %>"}},
    {"a.blade.php", "{{ $a }}{!! $b !!}@{{ c }}{{-- {!! $d !!} --}}@if ($e){!! $f !!}@endif", {"escaped {{ $a }}", "raw {!! $b !!}", "raw {!! $f !!}"}},
    {"a.hbs", "{{a}}{{{b}}}{{&c}}{{!-- {{{d}}} --}}{{#each e}}{{{this}}}{{/each}}", {"escaped {{a}}", "raw {{{b}}}", "raw {{&c}}", "raw {{{this}}}"}},
    {"a.pug", "p= a\np!= b\np #{c} and !{d}\n//- !{e}\na(href=f, title=g)", {"escaped p= a", "raw p!= b", "escaped #{c}", "raw !{d}", "raw f", "escaped g"}},
    {"a.jsp", "${a}<c:out value=\"${b}\"/><%= c %><%-- <%= d %> --%><c:out value=\"${e}\" escapeXml=\"false\"/>",
     {"raw ${a}", "escaped <c:out value=\"${b}\"/>", "raw <%= c %>", "raw <c:out value=\"${e}\" escapeXml=\"false\"/>"}},
    {"a.html", "<p th:text=\"${a}\" th:utext=\"${b}\">[[${c}]][(${d})]</p>", {"escaped th:text=\"${a}", "raw th:utext=\"${b}", "escaped [[${c}]]", "raw [(${d})]"}},
    {"a.cshtml", "@a.b(c) @(d + e) f@g.h @@i @* @j *@ @if (k) { <b>@l</b> }", {"escaped @a.b(c)", "escaped @(d + e)", "escaped @l"}},
    {"a.cshtml", "@foreach (var x in xs) { var y = x.z; <li>@y</li> @:text @y\n }", {"escaped @y", "escaped @y"}},
    {"a.aspx", "<%= a %><%: b %><%# c %><%#: d %><%-- <%= e %> --%>", {"raw <%= a %>", "escaped <%: b %>", "raw <%# c %>", "escaped <%#: d %>"}},
};

}  // namespace

TEST_CASE("a template's outputs are found at their places", "[analyzers][templates]") {
  for (const Case& each : kCases) {
    CAPTURE(each.path, each.text);
    CHECK(outputs_of(each.path, each.text) == each.outputs);
  }
}

TEST_CASE("names that a template uses are taken from what it is given", "[analyzers][templates]") {
  auto page = [](std::string_view path, std::string_view text) { return read_template(path, text, hosts_of(path, text).front()).text; };
  CHECK_THAT(page("a.html", "{{ user.name|default(other) }}"), Catch::Contains("user = sluice_context.user\n") && Catch::Contains("other = sluice_context.other\n") && !Catch::Contains("name = "));
  CHECK_THAT(page("a.ejs", "<%= user.name + JSON.stringify(x) %>"), Catch::Contains("var user = sluice_context.user;") && Catch::Contains("var x = ") && !Catch::Contains("var JSON") && !Catch::Contains("var name"));
  CHECK_THAT(page("a.blade.php", "{{ $user->name }}"), Catch::Contains("$user = $sluice_context->user;"));
  CHECK_THAT(page("_a.erb", "<%= title.upcase %><%= link_to x, @y %>"), Catch::Contains("title = sluice_context[:title]") && Catch::Contains("x = ") && !Catch::Contains("link_to = "));
}

TEST_CASE("expressions of template languages become the host's", "[analyzers][templates]") {
  auto page = [](std::string_view path, std::string_view text) { return read_template(path, text, hosts_of(path, text).front()).text; };
  CHECK_THAT(page("a.html", "{{ a.b|upper|default('x') }}"), Catch::Contains("SluiceFilter.default(SluiceFilter.upper(a.b), 'x')"));
  CHECK_THAT(page("a.html", "{{ a|cut:\" \"|safe }}"), Catch::Contains("SluiceFilter.safe(SluiceFilter.cut(a, \" \"))"));
  CHECK_THAT(page("a.html", "{{ a ~ b.0 if c is defined else d }}"), Catch::Contains("a + b[0] if c == None else d"));
  CHECK_THAT(page("a.twig", "{{ a.b ~ c|e }}{% if not a %}{% endif %}"), Catch::Contains("$a->b . SluiceFilter::e($c)") && Catch::Contains("if (!$a) {"));
  CHECK_THAT(page("a.jsp", "${fn:length(a) gt 0 ? b['c'] : d}"), Catch::Contains("SluiceFilter.length(a) == 0 ? b[\"c\"] : d"));
}

TEST_CASE("hostile templates are read in linear time", "[analyzers][templates]") {
  constexpr std::string_view kPaths[] = {"a.html", "a.twig", "a.ejs", "a.erb", "a.blade.php", "a.hbs", "a.pug", "a.jsp", "a.cshtml", "a.aspx", "a.njk"};
  constexpr std::string_view kPieces[] = {"{{", "{%", "<%", "{{ a|", "{% for x in ", "@{", "@if (", "@(", "${", "<c:", "<a b='", "{{#a}}", "{{{", "#{", "((((", "{{ a|b|", "@a.b(", "<% {", "th:text=\"${",
                                          "{{!", "@*", "{{--", "<%--", "<p @x", "@foreach(", "[[", "{% if a %}", "a(b='", "{{ (a", "@foreach(a){<p>"};
  for (std::string_view path : kPaths)
    for (std::string_view piece : kPieces) {
      std::string text = "th: {{ {% <% ${ ";
      while (text.size() < 60'000) text += piece;
      CAPTURE(path, piece);
      auto begin = std::chrono::steady_clock::now();
      for (Language host : hosts_of(path, text)) {
        const ExtractedText code = read_template(path, text, host);
        CHECK(code.text.size() == code.places.size());
      }
      CHECK(std::chrono::steady_clock::now() - begin < std::chrono::seconds(5));
    }
}
