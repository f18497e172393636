#include <map>

#include "io.h"

void lookup() {
  std::map<std::string, std::string> words = {{"en", source()}, {"it", "ciao"}};
  // ruleid: flow
  sink(words["en"]);
  // ok: flow
  sink(words.at("it"));
  if (auto found = words.find("en"); found != words.end()) {
    // ruleid: flow
    sink(found->second);
  }
  words.erase("en");
  // ok: flow
  sink(words["en"]);
}
