// Signatures in data/ were made by ssh-keygen (OpenSSH 9.2), those of security tokens by hand from OpenSSH's
// description of them; ssh-keygen accepts them. Fingerprints are what `ssh-keygen -l` prints.
#include <catch2/catch.hpp>

#include "base/file.h"
#include "signoff/base64.h"
#include "signoff/ssh_signature.h"
#include "signoff/verify_signature.h"

using namespace sluice;
using namespace sluice::signoff;

namespace {

std::string data(const std::string& name) { return read_file(SLUICE_SOURCE_DIR "/tests/unit/signoff/data/" + name).value(); }

const Date kDay = *parse_day("2026-09-25");

AllowedSigners allowed(const std::string& text) {
  Result<AllowedSigners> signers = AllowedSigners::parse("allowed_signers", text);
  INFO(to_string(signers ? Errors() : signers.error()));
  REQUIRE(signers);
  return *signers;
}

std::string errors_of(const std::string& text) {
  Result<AllowedSigners> signers = AllowedSigners::parse("allowed_signers", text);
  return signers ? "" : to_string(signers.error());
}

std::string key_of(const std::string& name) {
  std::string line = data(name + ".pub");
  return line.substr(0, line.rfind(' '));
}

template <class T>
std::string problem_of(const Result<T>& result) {
  return result ? "" : result.error().list.front().message;
}

struct Made {
  const char* name;
  const char* fingerprint;
};
constexpr Made kMade[] = {{"ed25519", "SHA256:FNtjjJzDPCvxLg1kVzR84lQA08fHGz6kVnvrNQwEU6U"},
                          {"ecdsa256", "SHA256:j5mw8voSZKFKifCfFW/ydzkI+MjSt9GgwCYjTZ+jVIU"},
                          {"ecdsa384", "SHA256:kyJbZ/X3aUaxbn9xpiilyAe/ZUtWaMOPwq4QcA9yi5Q"},
                          {"ecdsa521", "SHA256:abIQVMEAttapM5Nl4oSnHkw5Fm9OA3PukorPET78wcw"},
                          {"rsa", "SHA256:2Nw5Pf820I2wsQvh0fgTCCZKARXB/lkz0+yKJr5jIxY"},
                          {"sk_ed25519", "SHA256:ZjEkI8yp8nqYnbb2zvysUWew04/2ovoms+Fj9RCeykE"},
                          {"sk_ecdsa", "SHA256:/IeMjvN81/FhyWHT4U7IR050t7/RQz9LbQiJmxN33BQ"}};

}  // namespace

TEST_CASE("signatures of ssh-keygen are verified, and whoever signed is named", "[signoff]") {
  for (const Made& made : kMade) {
    CAPTURE(made.name);
    AllowedSigners signers = allowed("ada@example.org,role:release-manager " + key_of(made.name) + "\n");
    Result<Signer> signer = verify_signature(data("message.txt"), data(made.name + std::string(".sig")), signers, kReleaseNamespace, kDay);
    CHECK(problem_of(signer) == "");
    REQUIRE(signer);
    CHECK(signer->principal == "ada@example.org");
    CHECK(signer->roles == std::vector<std::string>{"release-manager"});
    CHECK(signer->key_fingerprint == made.fingerprint);
  }
}

TEST_CASE("no byte of what is signed can change", "[signoff]") {
  for (const Made& made : kMade) {
    CAPTURE(made.name);
    AllowedSigners signers = allowed("ada@example.org " + key_of(made.name) + "\n");
    std::string signature = data(made.name + std::string(".sig")), message = data("message.txt");
    for (std::size_t i = 0; i < message.size(); ++i) {
      std::string changed = message;
      changed[i] = static_cast<char>(changed[i] ^ 1);
      CHECK_FALSE(verify_signature(changed, signature, signers, kReleaseNamespace, kDay));
    }
    CHECK_FALSE(verify_signature(message + "\n", signature, signers, kReleaseNamespace, kDay));
  }
}

TEST_CASE("no byte of a signature can change", "[signoff]") {
  for (const Made& made : kMade) {
    AllowedSigners signers = allowed("ada@example.org " + key_of(made.name) + "\n");
    std::string bytes = SshSignature::parse(data(made.name + std::string(".sig"))).value().bytes, message = data("message.txt");
    REQUIRE(verify_signature(message, bytes, signers, kReleaseNamespace, kDay));
    for (std::size_t i = 0; i < bytes.size(); ++i) {
      std::string changed = bytes;
      changed[i] = static_cast<char>(changed[i] ^ 1);
      CAPTURE(made.name, i);
      CHECK_FALSE(verify_signature(message, changed, signers, kReleaseNamespace, kDay));
    }
    for (std::size_t size = 0; size < bytes.size(); ++size)
      CHECK_FALSE(verify_signature(message, bytes.substr(0, size), signers, kReleaseNamespace, kDay));
  }
}

TEST_CASE("a signature for another purpose, of an untouched token or of a stranger is refused", "[signoff]") {
  std::string message = data("message.txt");
  AllowedSigners ada = allowed("ada@example.org " + key_of("ed25519") + "\n");
  CHECK(problem_of(verify_signature(message, data("other_namespace.sig"), ada, kReleaseNamespace, kDay)) ==
        "the signature was made for the namespace `git`, not for `sluice-release-signoff`");
  CHECK(verify_signature(message, data("sha256.sig"), ada, kReleaseNamespace, kDay));
  CHECK(problem_of(verify_signature(message, data("rsa.sig"), ada, kReleaseNamespace, kDay)) ==
        "the key SHA256:2Nw5Pf820I2wsQvh0fgTCCZKARXB/lkz0+yKJr5jIxY is of nobody among the allowed signers");
  AllowedSigners token = allowed("fay@example.org " + key_of("sk_ed25519") + "\n");
  CHECK(problem_of(verify_signature(message, data("sk_ed25519-untouched.sig"), token, kReleaseNamespace, kDay)) ==
        "nobody touched the security token when it signed");
  CHECK(problem_of(verify_signature(message, "", ada, kReleaseNamespace, kDay)).starts_with("this is no SSH signature"));
}

TEST_CASE("a key counts for its namespaces and in its time", "[signoff]") {
  struct Case {
    const char* options;
    const char* day;
    const char* problem;  // "" when the key may be used
  };
  const Case cases[] = {
      {"namespaces=\"sluice-release-signoff\"", "2026-09-25", ""},
      {"namespaces=\"git,sluice-*\"", "2026-09-25", ""},
      {"namespaces=\"git\"", "2026-09-25", "the key of ada may not sign in the namespace `sluice-release-signoff`"},
      {"namespaces=\"sluice-*,!sluice-release-*\"", "2026-09-25", "the key of ada may not sign in the namespace `sluice-release-signoff`"},
      {"valid-after=\"20260925\"", "2026-09-25", ""},
      {"valid-after=\"20260926\"", "2026-09-25", "the key of ada is valid from 2026-09-26T00:00:00Z on, and the day is 2026-09-25"},
      {"valid-before=\"20260925\"", "2026-09-25", ""},
      {"valid-before=\"20260924235959Z\"", "2026-09-25", "the key of ada was valid until 2026-09-24T23:59:59Z, and the day is 2026-09-25"},
      {"valid-after=\"20260101\",valid-before=\"202612311200\"", "2026-09-25", ""},
      {"NAMESPACES=\"sluice-release-signoff\",Valid-Before=20270101", "2026-12-31", ""},
  };
  for (const Case& one : cases) {
    CAPTURE(one.options);
    AllowedSigners signers = allowed(std::string("ada ") + one.options + " " + key_of("ed25519") + "\n");
    CHECK(problem_of(verify_signature(data("message.txt"), data("ed25519.sig"), signers, kReleaseNamespace, *parse_day(one.day))) == one.problem);
  }
}

TEST_CASE("a revoked key counts no more", "[signoff]") {
  for (std::string line : {data("ed25519.pub"), std::string("# lost\nSHA256:FNtjjJzDPCvxLg1kVzR84lQA08fHGz6kVnvrNQwEU6U stolen\n")}) {
    AllowedSigners signers = allowed("ada " + key_of("ed25519") + "\n");
    REQUIRE(signers.revoke("revoked", line));
    CHECK(problem_of(verify_signature(data("message.txt"), data("ed25519.sig"), signers, kReleaseNamespace, kDay)) ==
          "the key SHA256:FNtjjJzDPCvxLg1kVzR84lQA08fHGz6kVnvrNQwEU6U is revoked");
  }
  AllowedSigners signers = allowed("ada " + key_of("ed25519") + "\n");
  CHECK(to_string(signers.revoke("revoked", "\nnonsense\n").error()).starts_with("revoked:2:1: a revoked key is"));
  // What looks like a fingerprint and is none would revoke nothing.
  for (const char* typo : {"SHA256:FNtj", "SHA256:FNtjjJzDPCvxLg1kVzR84lQA08fHGz6kVnvrNQwEU6U=", "SHA256:FNtjjJzDPCvxLg1kVzR84lQA08fHGz6kVnvrNQwEU6*"})
    CHECK(to_string(signers.revoke("revoked", typo).error()).starts_with("revoked:1:1: this is no fingerprint"));
  REQUIRE(signers.revoke("revoked", "SHA256:FNtjjJzDPCvxLg1kVzR84lQA08fHGz6kVnvrNQwEU6U\tstolen"));
  CHECK(signers.is_revoked(signers.list()[0].key));
}

// Made by ssh-keygen -k of OpenSSH 9.2; `ssh-keygen -Q` says the same of each.
TEST_CASE("key revocation lists of OpenSSH", "[signoff]") {
  auto revoked_by = [](const std::string& list) -> std::string {
    AllowedSigners signers = allowed("ada " + key_of("ed25519") + "\n");
    Result<void> done = signers.revoke("list", list);
    if (!done) return to_string(done.error());
    return signers.is_revoked(signers.list()[0].key) ? "revoked" : "not revoked";
  };
  for (const char* file : {"key.krl", "sha1.krl", "sha256.krl", "certificates.krl"}) {
    CAPTURE(file);
    std::string list = data(file);
    CHECK(revoked_by(list) == "revoked");
    // Cut anywhere but between two sections it is no list.
    std::size_t whole = 0;
    for (std::size_t size = 8; size < list.size(); ++size) {
      std::string answer = revoked_by(list.substr(0, size));
      bool is_refused = answer.find("revocation list") != std::string::npos;
      whole += !is_refused;
      CHECK((is_refused || answer == "not revoked"));
    }
    CHECK(whole <= 2);
  }
  CHECK(revoked_by(data("other_key.krl")) == "not revoked");
  std::string other = data("key.krl");
  other[44] = 9;  // the type of the first section, behind the header of 44 bytes
  CHECK(revoked_by(other) == "list: the key revocation list has a section of unknown type 9\n");
  other = data("key.krl");
  other[11] = 2;
  CHECK(revoked_by(other) == "list: the key revocation list is of version 2; version 1 is known\n");
}

TEST_CASE("of an option that is there twice nobody can say which is meant", "[signoff]") {
  for (const char* options : {"valid-before=20250101,valid-before=20300101", "valid-after=20250101 valid-after=20240101", "namespaces=\"a\",namespaces=\"b\""})
    CHECK(errors_of(std::string("ada ") + options + " " + key_of("ed25519") + "\n").find("` is there twice") != std::string::npos);
}

TEST_CASE("all mistakes of a file of allowed signers are told at once, with places", "[signoff]") {
  std::string key = key_of("ed25519");
  CHECK(errors_of("# nobody\n\n") == "allowed_signers: no signer: nothing could ever be signed\n");
  std::string told = errors_of("*@example.org " + key + "\n" +
                               "ada,bob " + key + "\n" +
                               "ada cert-authority " + key + "\n" +
                               "ada valid-after=\"tomorrow\" " + key + "\n" +
                               "ada ssh-ed25519 AAAA\n" +
                               "role:boss " + key + "\n" +
                               "ada verify-required " + key + "\n");
  CHECK(told ==
        "allowed_signers:1:1: `*@example.org` is a pattern: a signer needs a name of its own, so that the sign-off says who signed\n"
        "allowed_signers:1:1: no principal: expected a name such as `ada@example.org` as the first word\n"
        "allowed_signers:2:1: two principals, `ada` and `bob`: write a line for each\n"
        "allowed_signers:3:5: keys of certificate authorities are not supported: list the signers' own keys\n"
        "allowed_signers:4:5: `valid-after` must be a time such as \"20261231\" or \"20261231235959Z\"\n"
        "allowed_signers:5:5: a key of type `` is not supported\n"
        "allowed_signers:6:1: no principal: expected a name such as `ada@example.org` as the first word\n"
        "allowed_signers:7:5: unknown option `verify-required`; known are namespaces=\"...\", valid-after=\"...\", valid-before=\"...\"\n");
}

TEST_CASE("roles stand beside the name", "[signoff]") {
  AllowedSigners signers = allowed("\"ada,role:b,role:a,role:b\" " + key_of("ed25519") + "\n");
  CHECK(signers.list()[0].roles == std::vector<std::string>{"a", "b"});
}

TEST_CASE("keys are read and written, and sign what others verify", "[signoff]") {
  PrivateKey made = PrivateKey::generate().value();
  for (std::string passphrase : {"", "an open door"}) {
    std::string pem = made.pem(passphrase);
    CHECK(pem.starts_with(passphrase.empty() ? "-----BEGIN PRIVATE KEY-----" : "-----BEGIN ENCRYPTED PRIVATE KEY-----"));
    PrivateKey read = PrivateKey::parse("key", pem, passphrase).value();
    CHECK(read.public_key().line() == made.public_key().line());
    CHECK(made.public_key().verify_bare("message", read.sign_bare("message")));
    CHECK_FALSE(made.public_key().verify_bare("massage", read.sign_bare("message")));
  }
  CHECK(problem_of(PrivateKey::parse("key", made.pem("secret"))).starts_with("the key has a passphrase"));
  CHECK(problem_of(PrivateKey::parse("key", made.pem("secret"), "guess")) == "the passphrase does not open the key");
  CHECK(problem_of(PrivateKey::parse("key", "")).starts_with("this is no private key"));
  CHECK(problem_of(PublicKey::from_line("ssh-dss AAAAB3NzaC1kc3M=")) == "a key of type `ssh-dss` is not supported");
  CHECK(problem_of(PublicKey::from_line("ssh-rsa " + to_base64(PublicKey::from_line(key_of("ed25519")).value().blob()))) ==
        "the line says `ssh-rsa` and the key in it is `ssh-ed25519`");
}

TEST_CASE("base64 of both alphabets, and of nothing else", "[signoff]") {
  // RFC 4648, section 10
  const std::pair<const char*, const char*> cases[] = {{"", ""}, {"f", "Zg=="}, {"fo", "Zm8="}, {"foo", "Zm9v"}, {"foob", "Zm9vYg=="}, {"fooba", "Zm9vYmE="}, {"foobar", "Zm9vYmFy"}};
  for (auto [bytes, text] : cases) {
    CHECK(to_base64(bytes) == text);
    CHECK(from_base64(text).value() == bytes);
  }
  CHECK(from_base64("-_8").value() == "\xfb\xff");
  CHECK(from_base64("+/8=").value() == "\xfb\xff");
  const std::pair<const char*, std::size_t> wrong[] = {{"Zm9v\n", 4}, {"Zg=", 2}, {"Z", 1}, {"Zh==", 1}, {"Zm=9", 2}, {"====", 0}, {"Zm9v=", 4}, {"Zg===", 3}};
  for (auto [text, at] : wrong) {
    CAPTURE(text);
    CHECK(from_base64(text).error() == at);
  }
}
