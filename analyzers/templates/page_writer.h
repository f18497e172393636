// analyzers/templates/page_writer.h - the function of the host's language that a template stands for.
//
//   def sluice_page(sluice_context):
//     users = sluice_context.users
//     for user in users:
//       SluiceTemplate.raw(SluiceFilter.safe(user.name))
//
// Its parameter is what the code that renders it gives. The names that are used and set nowhere are taken from
// there at the begin. `sluice_plain_page` is the same as it runs where the engine is set not to escape.
#pragma once
#include <vector>

#include "analyzers/templates/host.h"
#include "analyzers/templates/pieces.h"

namespace sluice::templates {

struct Page {
  std::vector<Piece> pieces;
  bool names_are_given = true;  // names are looked up in what is given; otherwise the pieces say where
  bool has_plain = false;       // what is escaped may be set not to be
  ExtractedText before, after;  // code that stands at the begin and the end of the function
  ExtractedText members;        // of the class around it (Java, C#)
  ExtractedText parent;         // the class that it inherits from (C#)
};

ExtractedText write_page(const Page& page, const Host& host);

}  // namespace sluice::templates
