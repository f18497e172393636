// MD2, MD4, MD5, SHA-1 and RIPEMD of OpenSSL and Windows.
//
// HMAC needs no hash that resists collisions, so `HMAC(EVP_sha1(), ...)` and PBKDF2 with it
// are not reported; with MD5 they are.
#include "analyzers/clang/checks/check.h"
#include "analyzers/clang/checks/crypto_names.h"

namespace sluice::clang {
namespace {

constexpr std::string_view kWeak[] = {"EVP_md2", "EVP_md4", "EVP_md5", "EVP_md5_sha1", "EVP_sha1", "EVP_mdc2", "MD2", "MD4", "MD5", "SHA1",
                                      "MD2_Init", "MD4_Init", "MD5_Init", "SHA1_Init", "MDC2_Init", "CC_MD2", "CC_MD4", "CC_MD5", "CC_SHA1",
                                      "CC_MD5_Init", "CC_SHA1_Init", "mbedtls_md5", "mbedtls_sha1"};
constexpr AlgorithmArgument kByName[] = {{"EVP_get_digestbyname", 0}, {"EVP_MD_fetch", 1}, {"EVP_Q_digest", 1},
                                         {"BCryptOpenAlgorithmProvider", 1}, {"CryptCreateHash", 1}, {"CryptDeriveKey", 2},
                                         {"CryptHashCertificate", 1}, {"BCryptHash", 0}, {"BCryptCreateHash", 0}};
// Values of wincrypt.h, from Microsoft's table of ALG_ID.
constexpr AlgorithmNumber kNumbers[] = {{"CALG_MD2", 0x8001}, {"CALG_MD4", 0x8002}, {"CALG_MD5", 0x8003}, {"CALG_SHA1", 0x8004}};
constexpr std::string_view kWeakTexts[] = {"md2", "md4", "md5", "sha1", "sha-1", "md5-sha1", "ripemd", "mdc2", "rsa-md5", "rsa-sha1", "dss1",
                                           "calg_md2", "calg_md4", "calg_md5", "calg_sha", "calg_sha1", "bcrypt_md2_algorithm", "bcrypt_md4_algorithm",
                                           "bcrypt_md5_algorithm", "bcrypt_sha1_algorithm", "bcrypt_md2_alg_handle", "bcrypt_md4_alg_handle",
                                           "bcrypt_md5_alg_handle", "bcrypt_sha1_alg_handle"};

class WeakHash : public Check {
 public:
  const RuleInfo& info() const override { return info_; }
  std::vector<std::string> words() const override { return joined(kWeak, names_in(kByName, &AlgorithmArgument::function)); }

  void on_call(const Tree& tree, At call, std::string_view callee, Sink& sink) const override {
    bool is_weak = std::ranges::find(kWeak, callee) != std::end(kWeak);
    if (is_weak && !is_sha1_of_hmac(tree, call, callee)) return report(tree, call, callee, sink);
    std::vector<At> arguments = tree.arguments(call);
    for (const AlgorithmArgument& entry : kByName) {
      if (entry.function != callee || entry.index >= arguments.size()) continue;
      std::string algorithm = named_algorithm(tree, arguments[entry.index], kNumbers);
      bool is_weak_text = std::ranges::find(kWeakTexts, algorithm) != std::end(kWeakTexts);
      if (is_weak_text) report(tree, call, tree.code(arguments[entry.index]), sink);
    }
  }

 private:
  static bool is_sha1_of_hmac(const Tree& tree, At call, std::string_view callee) {
    At around = tree.parent_of_value(call);
    if (callee != "EVP_sha1" || !tree.is_call(around)) return false;
    std::string user = tree.free_callee(around);
    return user == "HMAC" || user == "HMAC_Init_ex" || user == "PKCS5_PBKDF2_HMAC";
  }

  void report(const Tree& tree, At call, std::string_view what, Sink& sink) const {
    sink.report(info_, tree[call].range,
                fmt::format("`{}` is a broken hash: two inputs with the same digest can be made at will. Use SHA-256 or better; for passwords Argon2 or scrypt.", what));
  }

  RuleInfo info_ = make_info({
      .id = "clang-weak-hash",
      .severity = Severity::Warning,
      .message = "A broken hash (MD2, MD4, MD5, SHA-1) is used: two inputs with the same digest can be made at will. Use SHA-256 or better; for passwords Argon2 or scrypt.",
      .cwe = {"CWE-328: Use of Weak Hash"},
      .owasp = {"A02:2021 - Cryptographic Failures", "A04:2025 - Cryptographic Failures"},
      .security_severity = "7.5",
      .confidence = "HIGH",
      .references = {"https://cheatsheetseries.owasp.org/cheatsheets/Cryptographic_Storage_Cheat_Sheet.html", "https://cwe.mitre.org/data/definitions/328.html"},
      .replaces = {"c-weak-hash"},
  });
};

}  // namespace

std::unique_ptr<Check> make_weak_hash() { return std::make_unique<WeakHash>(); }

}  // namespace sluice::clang
