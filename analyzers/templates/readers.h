// analyzers/templates/readers.h - one reader for each engine, or family of engines: its template as a Page in
// the host's language.
//
// To add an engine: a reader here and in a file of its own, and a line in template_code.cpp that says which
// files it is for. Readers are linear, whatever the text: a tag that nothing ends is text.
#pragma once
#include <string_view>

#include "analyzers/templates/page_writer.h"

namespace sluice::templates {

// Jinja, Django, Nunjucks (`{{ x|safe }}`, `{% for %}`) and Twig.
Page read_jinja(std::string_view text, const Host& host);
Page read_twig(std::string_view text, const Host& host);

// Code of the host between `<%` and `%>`.
Page read_ejs(std::string_view text, const Host& host);
Page read_erb(std::string_view text, const Host& host);
Page read_jsp(std::string_view text, const Host& host);
Page read_web_forms(std::string_view text, const Host& host);

Page read_blade(std::string_view text, const Host& host);
Page read_handlebars(std::string_view text, const Host& host);
Page read_thymeleaf(std::string_view text, const Host& host);
Page read_razor(std::string_view text, const Host& host);
Page read_pug(std::string_view text, const Host& host);

}  // namespace sluice::templates
