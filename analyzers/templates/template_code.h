// analyzers/templates/template_code.h - a template as code of the language that renders it.
//
// The pages of a web application are programs: they loop, call and put what they are given into HTML. So a
// template is read as a function of the language around it, with the place in the template of every byte
// (analyzers/syntax/extracted.h), and becomes a Unit of the program like any other. What puts a value into
// the page as it is calls `SluiceTemplate.raw`, of which library models say that it is a sink; the code that
// renders the template calls the function (`renders` in docs/library-models.md). So data goes from a handler
// into the page by the same engine as everywhere.
//
//   pieces.h      what a template consists of           html_place.h  where in the page something is put
//   host.h        how the host spells it                expression.h  expressions that are not the host's own
//   readers.h     one reader an engine                  page_writer.h the function
//
// The function is called `sluice_page`, and `sluice_plain_page` as it is where the engine is set not to escape.
//
// Not here: scripts in pages (analyzers/syntax/embedded.h).
#pragma once
#include <string_view>
#include <vector>

#include "analyzers/source/language.h"
#include "analyzers/syntax/extracted.h"

namespace sluice::templates {

// The languages that may render such a file, the likeliest first; empty for what is no template. The name
// decides, and where it does not a look at the text.
std::vector<Language> hosts_of(std::string_view path, std::string_view text);

// As code of `host`, which is one of those.
ExtractedText read_template(std::string_view path, std::string_view text, Language host);

}  // namespace sluice::templates
