#include <string>
#include <unordered_map>

#include "io.h"

void headers() {
  std::unordered_map<std::string, std::string> sent;
  sent["agent"] = source();
  sent["agent"] = "crawler";
  // ok: flow
  sink(sent["agent"]);
  sent.emplace("host", source());
  // ruleid: flow
  sink(sent["host"]);
}
