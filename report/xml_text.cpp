#include "report/xml_text.h"

#include "base/text.h"

namespace sluice {

std::string xml_text(std::string_view text) {
  std::string out = escape_html(escape_terminal(text));
  for (std::string_view none : {"\xEF\xBF\xBE", "\xEF\xBF\xBF"})
    for (std::size_t at = 0; (at = out.find(none, at)) != std::string::npos;) out.replace(at, none.size(), "\xEF\xBF\xBD");
  return out;
}

}  // namespace sluice
