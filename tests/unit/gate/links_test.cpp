// Links found by keys are those that looking at every pair finds; and each kind, by an example.
#include "gate/links.h"

#include <catch2/catch.hpp>
#include <random>

#include "base/digest.h"
#include "gate/decision.h"
#include "gate/gate_input.h"

using namespace sluice;
using namespace sluice::gate;

namespace {

Assessment report_of(std::vector<Vulnerability> list) {
  ImportedReport report;
  report.tool = report.format = report.file = "tool";
  for (std::size_t i = 0; i < list.size(); ++i) list[i].identity = sha256_hex(std::to_string(i)), list[i].tool = "tool";
  report.vulnerabilities = std::move(list);
  return to_assessment(std::move(report));
}

using Random = std::mt19937;

std::size_t up_to(Random& random, std::size_t most) { return random() % (most + 1); }

Vulnerability any_vulnerability(Random& random) {
  const std::vector<std::string> routes = {"/orders/{id}", "GET /orders/:id", "/orders/**", "/", "/:any", "/orders//new", "/files/<path:rest>", "relative"};
  const std::vector<std::string> paths = {"/orders/7", "/orders/new", "/orders//new", "/files/a/b", "/about", "/"};
  Vulnerability one;
  switch (up_to(random, 3)) {
    case 0:  // a page
      one.ids.cwe = {up_to(random, 1) ? "CWE-79" : "CWE-89"};
      one.asset.url = "https://shop.example" + paths[up_to(random, paths.size() - 1)];
      if (up_to(random, 1)) one.input.method = up_to(random, 1) ? "GET" : "POST";
      return one;
    case 1:  // code
      one.ids.cwe = {up_to(random, 1) ? "CWE-80" : "CWE-89"};
      one.location.file = "src/a.py";
      for (std::size_t i = up_to(random, 2); i > 0; --i) one.location.routes.push_back(routes[up_to(random, routes.size() - 1)]);
      return one;
    default: break;
  }
  for (std::size_t i = up_to(random, 2) + 1; i > 0; --i) one.ids.cve.push_back("CVE-2026-" + std::to_string(up_to(random, 3)));
  if (up_to(random, 2)) one.component.name = "lib" + std::to_string(up_to(random, 2));
  if (up_to(random, 1)) one.asset.host = "host" + std::to_string(up_to(random, 2));
  else if (up_to(random, 1)) one.asset.image = "host" + std::to_string(up_to(random, 2));
  return one;
}

Vulnerability cve(std::string id) {
  Vulnerability one;
  one.ids.cve = {std::move(id)};
  return one;
}

}  // namespace

TEST_CASE("links found by keys are those that looking at every pair finds", "[gate]") {
  Random random(5);
  std::size_t seen = 0;
  for (int round = 0; round < 20; ++round) {
    std::vector<Vulnerability> list;
    for (int i = 0; i < 60; ++i) list.push_back(any_vulnerability(random));
    std::vector<Assessment> reports = {report_of(std::move(list))};
    Model model(reports, {});
    Links links(model);
    for (std::size_t one = 0; one < model.size(); ++one) {
      std::vector<std::size_t> expected, found;
      for (std::size_t other = 0; other < model.size(); ++other)
        if (other != one && !why_linked({model, model.traits(one), model.traits(other)}).empty()) expected.push_back(other);
      for (const Link& link : links.of(one, SIZE_MAX).list) found.push_back(link.other);
      CHECK(found == expected);
      LinkList few = links.of(one, 2);
      CHECK(few.list.size() == std::min<std::size_t>(2, expected.size()));
      CHECK(few.list.size() + few.more == expected.size());
      seen += expected.size();
    }
  }
  CHECK(seen > 1000);
}

TEST_CASE("a decision names the echoes of what it is about", "[gate]") {
  Vulnerability package = cve("CVE-2026-1"), host = cve("CVE-2026-1");
  package.component.name = "log4j-core", package.asset.project = "shop";
  host.asset.host = "web";
  Vulnerability page, code;
  page.ids.cwe = {"CWE-79"}, page.ids.rule = "40012", page.asset.url = "https://shop.example/find";
  code.ids.cwe = {"CWE-79"}, code.ids.rule = "xss", code.location.file = "src/find.py", code.location.routes = {"/find"};
  GateInput input;
  Result<Policy> policy = parse_policy("policy.yaml",
                                       "policy: p\nversion: '1'\ndeadlines: { high: { from: 8.0, days: 60 }, medium: { from: 5.0, days: 180 }, "
                                       "low: { days: best-effort } }\nstages: { release: {} }\n");
  REQUIRE(policy);
  input.policy = *policy;
  input.stage = "release";
  input.assessments.push_back(report_of({package, host, page, code}));
  Decision decision = decide(input);
  // Nothing of them is rated, so each has a reason.
  std::map<std::string, std::string> echo_of;
  for (const Reason& reason : decision.reasons) {
    INFO(reason.subject);
    REQUIRE(reason.echoes.size() == 1);
    CHECK(reason.more_echoes == 0);
    echo_of[reason.subject + " " + reason.where] = reason.echoes[0].name + " " + reason.echoes[0].where;
  }
  CHECK(echo_of == std::map<std::string, std::string>{{"CVE-2026-1 in log4j-core ", "CVE-2026-1 web"},
                                                      {"CVE-2026-1 web", "CVE-2026-1 in log4j-core shop"},
                                                      {"40012 https://shop.example/find", "xss src/find.py"},
                                                      {"xss src/find.py", "40012 https://shop.example/find"}});
}
