#include "signoff/envelope.h"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "signoff/base64.h"
#include "signoff/rules.h"
#include "signoff/statement.h"
#include "signoff/strict_json.h"

using namespace sluice;
using namespace sluice::signoff;

namespace {

const Date kDay = *parse_day("2026-09-25");

std::string errors_of(const std::string& text) {
  Result<Envelope> envelope = Envelope::parse("e", text);
  return envelope ? "" : to_string(envelope.error());
}

const std::string kDecision = R"({"format":"sluice-decision/1","sluice":"0.1.0","verdict":"go","exitCode":0,"stage":"release","asOf":"2026-09-25",
  "policy":{"id":"p","version":"1"},
  "release":{"product":"Aquila & Söhne","version":"4.2.0","build":"sha256:aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"},
  "reasons":[{"what":"first"},{"what":"second"}],"counts":{},
  "evidence":[{"role":"policy","file":"policy.yaml","sha256":"11","about":"p"},{"role":"scan","file":"a.sarif","sha256":"22","about":"s"}]})";
const std::string kDetails = R"({"request":{"policy":"policy.yaml"},"inputs":[],"checklists":[],"waivers":[{"id":"w","author":"cy"}]})";

StatementParts parts() { return {kDecision, kDetails, {{"release-manager"}, 2, true, false, 90}, *parse_day("2026-12-24"), ""}; }

std::string replaced(std::string text, const std::string& what, const std::string& by) {
  std::size_t at = text.find(what);
  REQUIRE(at != std::string::npos);
  return text.replace(at, what.size(), by);
}

Signer signer(std::string name, std::vector<std::string> roles, std::string key = {}) {
  return {name, std::move(roles), key.empty() ? "SHA256:" + name : key};
}

}  // namespace

TEST_CASE("the encoding that is signed, and the test vector of DSSE", "[signoff]") {
  // protocol.md of DSSE 1.0.2: key, message and signature (r and s side by side).
  CHECK(pre_authentication_encoding("http://example.com/HelloWorld", "hello world") == "DSSEv1 29 http://example.com/HelloWorld 11 hello world");
  std::string text = R"({"payload":"aGVsbG8gd29ybGQ=","payloadType":"http://example.com/HelloWorld",
    "signatures":[{"sig":"A3JqsQGtVsJ2O2xqrI5IcnXip5GToJ3F+FnZ+O88SjtR6rDAajabZKciJTfUiHqJPcIAriEGAHTVeCUjW2JIZA=="}]})";
  Envelope envelope = Envelope::parse("e", text).value();
  // The point (46950820868899156662930047687818585632848591499744589407958293238635476079160,
  // 5640078356564379163099075877009565129882514886557779369047442380624545832820), in hexadecimal:
  std::string blob = std::string("\0\0\0\x13" "ecdsa-sha2-nistp256" "\0\0\0\x08" "nistp256" "\0\0\0\x41\x04", 4 + 19 + 4 + 8 + 5) +
                     from_base64("Z805D3eqNZywjCI19lInBJOp7YMrCrzAH3CVTAOQ0jgMeCvVTiaRJaRPRDOv8UMs6U4SvKc6pnrIDOoSYI3fdA==").value_or("");
  AllowedSigners signers = AllowedSigners::parse("s", "ada ecdsa-sha2-nistp256 " + to_base64(blob) + "\n").value();
  std::vector<CheckedSignature> checked = check_signatures(envelope, signers, kReleaseNamespace, kDay);
  REQUIRE(checked.size() == 1);
  CHECK(checked[0].problem == "");
  CHECK(checked[0].signer.principal == "ada");
}

TEST_CASE("an envelope is read in either alphabet, and written in the standard one", "[signoff]") {
  Envelope envelope = Envelope::parse("e", R"({"payload":"-_8","payloadType":"t","signatures":[{"keyid":"k","sig":"_w"}],"more":1})").value();
  CHECK(envelope.payload == "\xfb\xff");
  CHECK(envelope.signatures[0].bytes == "\xff");
  CHECK(envelope.text() == "{\n  \"payloadType\": \"t\",\n  \"payload\": \"+/8=\",\n  \"signatures\": [\n    {\n      \"keyid\": \"k\",\n      \"sig\": \"/w==\"\n    }\n  ]\n}\n");
}

TEST_CASE("what is wrong with an envelope is told with its place", "[signoff]") {
  CHECK(errors_of(R"({"payload":"a*==","signatures":[{"sig":1},7]})") ==
        "e: /payloadType: expected a text\ne: /payload: not base64 at its character 2\ne: /signatures/0/sig: expected a text\ne: /signatures/1/sig: expected a text\n");
  CHECK(errors_of(R"({"payload":"","payloadType":"t"})") == "e: /signatures: expected a list of at most 100 signatures\n");
  CHECK(errors_of("[]") == "e:1:1: expected an envelope: an object with payloadType, payload and signatures\n");
  CHECK(errors_of("{\"payload\":\n }") == "e:2:2: this is not JSON from here on\n");
  CHECK(errors_of("") != "");
  CHECK(errors_of(R"({"payload":"","payload":"","payloadType":"t","signatures":[]})") == "e: the member `payload` stands twice in one object\n");
  CHECK(errors_of(std::string(1000, '[')) == "e: nested deeper than 100\n");
}

TEST_CASE("signatures of both forms in one envelope, each worth what it is", "[signoff]") {
  PrivateKey ada = PrivateKey::generate().value(), bob = PrivateKey::generate().value(), stranger = PrivateKey::generate().value();
  AllowedSigners signers = AllowedSigners::parse("s", "ada " + ada.public_key().line() + "\nbob namespaces=\"git\" " + bob.public_key().line() + "\n").value();
  Envelope envelope{std::string(kStatementType), "{}", {}};
  add_signature(envelope, ada, SignatureForm::Bare);
  add_signature(envelope, ada, SignatureForm::Ssh);
  add_signature(envelope, bob, SignatureForm::Bare);
  add_signature(envelope, stranger, SignatureForm::Ssh);
  envelope.signatures[3].keyid = ada.public_key().fingerprint();  // a claim that proves nothing
  Envelope again = Envelope::parse("e", envelope.text()).value();
  std::vector<CheckedSignature> checked = check_signatures(again, signers, kReleaseNamespace, kDay);
  CHECK(checked[0].problem == "");
  CHECK(checked[1].problem == "");
  CHECK(checked[2].problem == "the key of bob may not sign in the namespace `sluice-release-signoff`");
  CHECK(checked[3].problem == "the key " + stranger.public_key().fingerprint() + " is of nobody among the allowed signers");
  again.payload_type = "text/plain";
  for (const CheckedSignature& one : check_signatures(again, signers, kReleaseNamespace, kDay)) CHECK(one.problem != "");
}

TEST_CASE("a statement has a summary that follows from the decision in it", "[signoff]") {
  std::string payload = make_statement(parts()).value();
  auto json = nlohmann::json::parse(payload);
  CHECK(json["_type"] == "https://in-toto.io/Statement/v1");
  CHECK(json["predicateType"] == "https://slsa.dev/verification_summary/v1");
  CHECK(json["subject"] == nlohmann::json::parse(R"([{"name":"Aquila & Söhne 4.2.0","digest":{"sha256":"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"}}])"));
  const auto& summary = json["predicate"];
  CHECK(summary["timeVerified"] == "2026-09-25T00:00:00Z");
  CHECK(summary["resourceUri"] == "pkg:generic/Aquila%20%26%20S%C3%B6hne@4.2.0");
  CHECK(summary["policy"] == nlohmann::json::parse(R"({"uri":"policy.yaml","digest":{"sha256":"11"}})"));
  CHECK(summary["inputAttestations"] == nlohmann::json::parse(R"([{"uri":"a.sarif","digest":{"sha256":"22"}}])"));
  CHECK(summary["verificationResult"] == "PASSED");
  CHECK(summary["verifiedLevels"] == nlohmann::json::parse(R"(["SLUICE_GATE_RELEASE"])"));
  Statement statement = parse_statement("p", payload).value();
  CHECK(statement.problems.empty());
  CHECK(statement.verdict == "go");
  CHECK(statement.expires == *parse_day("2026-12-24"));
  CHECK(statement.rules.roles == std::vector<std::string>{"release-manager"});
  CHECK(statement.authors == std::vector<std::string>{"cy"});
  CHECK(statement.inputs.size() == 2);
}

TEST_CASE("a change of a statement is found, and where", "[signoff]") {
  std::string payload = make_statement(parts()).value();
  struct Case {
    const char* what;
    const char* by;
    const char* place;
  };
  const Case cases[] = {
      {"\"verdict\":\"go\"", "\"verdict\":\"hold\"", "decision/verdict was changed"},
      {"\"second\"", "\"sec0nd\"", "decision/reasons/1 was changed"},
      {",{\"what\":\"second\"}", "", "decision/reasons/1 was removed"},
      {"\"author\":\"cy\"", "\"author\":\"mo\"", "waivers/0 was changed"},
      {"\"leastPersons\":2", "\"leastPersons\":1", "signoff was changed"},
      {"PASSED", "FAILED", "/predicate/verificationResult: signed is \"FAILED\", found is \"PASSED\""},
      {"pkg:generic", "pkg:genetic", "/predicate/resourceUri"},
      {"\"name\":\"Aquila", "\"name\":\"Aquilo", "/subject/0/name"},
      {"\"request\":", "\"request\": ", "spaces or escapes were changed"},
      {"\"uri\":\"a.sarif\"", "\"uri\":\"b.sarif\"", "/predicate/inputAttestations/0/uri"},
  };
  for (const Case& one : cases) {
    CAPTURE(one.what);
    Statement statement = parse_statement("p", replaced(payload, one.what, one.by)).value();
    std::string all;
    for (const std::string& problem : statement.problems) all += problem + "\n";
    CAPTURE(all);
    CHECK(all.find(one.place) != std::string::npos);
  }
  CHECK(difference(payload, replaced(payload, "\"4.2.0\"", "\"4.2.1\"")).find("release/version: signed is \"4.2.0\", found is \"4.2.1\"") != std::string::npos);
  CHECK_FALSE(parse_statement("p", "{}"));
  CHECK_FALSE(parse_statement("p", "7"));
}

TEST_CASE("a release without a build digest cannot be signed off", "[signoff]") {
  StatementParts no_build = parts();
  no_build.decision_json = replaced(kDecision, "sha256:aaaa", "sha1:aaaa");
  CHECK_FALSE(make_statement(no_build));
}

TEST_CASE("two persons, each role through another one, never an author", "[signoff]") {
  SignoffRules rules{{"release-manager", "security-lead"}, 2, true, false, 90};
  auto judged = [&](std::vector<Signer> signers, std::vector<std::string> authors = {}) {
    std::string all;
    for (const std::string& problem : judge_signers(rules, signers, authors)) all += problem + "\n";
    return all;
  };
  Signer ada = signer("ada", {"release-manager"}), bob = signer("bob", {"security-lead"}), both = signer("cy", {"release-manager", "security-lead"});
  CHECK(judged({ada, bob}) == "");
  CHECK(judged({ada, both}) == "");
  CHECK(judged({both, ada}) == "");  // cy moves over to the other role
  CHECK(judged({ada}) == "nobody signed as `security-lead`\n1 person signed and the policy wants 2\n");
  CHECK(judged({both}) == "`security-lead` needs a person of its own: cy signed for another role already\n1 person signed and the policy wants 2\n");
  CHECK(judged({ada, ada, ada}) == "nobody signed as `security-lead`\n1 person signed and the policy wants 2\n");
  CHECK(judged({ada, signer("ada2", {"security-lead"}, "SHA256:ada")}) ==
        "`security-lead` needs a person of its own: ada signed for another role already\n1 person signed and the policy wants 2\n");
  CHECK(judged({ada, bob}, {"bob"}) ==
        "bob is the author of something that is waived and may not sign it off\nnobody signed as `security-lead`\n1 person signed and the policy wants 2\n");
  rules.least_persons = 3;
  CHECK(judged({ada, bob}) == "2 persons signed and the policy wants 3\n");
  rules = {{"release-manager", "release-manager"}, 1, true, false, 90};
  CHECK(judged({ada, both}) == "");
  CHECK(judged({ada, bob}) == "`release-manager` needs a person of its own: ada signed for another role already\n");
  rules = {{"release-manager", "security-lead"}, 1, false, true, 90};
  CHECK(judged({both}) == "");
  CHECK(judged({both}, {"cy"}) == "");
  CHECK(judged({ada}) == "nobody signed as `security-lead`\n");
}
