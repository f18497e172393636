// report/html_page.h - what all pages for a browser have in common.
//
// A page loads nothing and runs nothing: its Content-Security-Policy allows only the one
// style sheet inside, by its digest. So even a text that were not escaped could not run.
#pragma once
#include <string>
#include <string_view>

namespace sluice::html {

// Text from anywhere, escaped for HTML; invisible and reordering characters made visible.
std::string shown(std::string_view text);

// Up to and with `</head>`. `title` is escaped here, `style` must be ours.
std::string page_head(std::string_view title, std::string_view style);

}  // namespace sluice::html
