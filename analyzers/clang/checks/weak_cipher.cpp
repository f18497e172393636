// DES, 3DES, RC2, RC4, Blowfish, CAST, IDEA, SEED and every cipher in ECB mode, of OpenSSL and Windows.
#include "analyzers/clang/checks/check.h"
#include "analyzers/clang/checks/crypto_names.h"

namespace sluice::clang {
namespace {

constexpr std::string_view kWeakPrefixes[] = {"EVP_des_", "EVP_des", "EVP_desx_", "EVP_rc2_", "EVP_rc4", "EVP_rc5_", "EVP_bf_", "EVP_cast5_", "EVP_idea_", "EVP_seed_"};
constexpr std::string_view kWeak[] = {"RC4", "RC4_set_key", "RC2_set_key", "RC2_cbc_encrypt", "BF_set_key", "BF_ecb_encrypt", "BF_cbc_encrypt", "CAST_set_key",
                                      "IDEA_set_encrypt_key", "DES_set_key", "DES_set_key_checked", "DES_set_key_unchecked", "DES_ecb_encrypt",
                                      "DES_ncbc_encrypt", "DES_cbc_encrypt", "DES_cfb_encrypt", "DES_ede3_cbc_encrypt", "DES_ecb3_encrypt", "DES_crypt",
                                      "AES_ecb_encrypt", "mbedtls_des_setkey_enc", "mbedtls_arc4_setup"};
constexpr AlgorithmArgument kByName[] = {{"EVP_get_cipherbyname", 0}, {"EVP_CIPHER_fetch", 1}, {"BCryptOpenAlgorithmProvider", 1},
                                         {"CryptGenKey", 1}, {"CryptDeriveKey", 1}};
// Values of wincrypt.h, from Microsoft's table of ALG_ID.
constexpr AlgorithmNumber kNumbers[] = {{"CALG_DES", 0x6601}, {"CALG_RC2", 0x6602}, {"CALG_3DES", 0x6603}, {"CALG_DESX", 0x6604},
                                        {"CALG_3DES_112", 0x6609}, {"CALG_RC4", 0x6801}, {"CALG_RC5", 0x660d}};
// Texts that name a weak cipher by themselves or as a first part: "des-cbc", "rc4-40".
constexpr std::string_view kWeakTexts[] = {"des", "des3", "3des", "desx", "3des_112", "rc2", "rc4", "rc5", "bf", "blowfish", "cast", "cast5", "idea", "seed"};

bool is_weak_text(std::string_view text) {
  for (std::string_view prefix : {"calg_", "bcrypt_"})
    if (text.starts_with(prefix)) text.remove_prefix(prefix.size());
  if (text.ends_with("_algorithm")) text.remove_suffix(10);
  if (text.ends_with("-ecb")) return true;
  return std::ranges::find(kWeakTexts, text.substr(0, text.find('-'))) != std::end(kWeakTexts);
}

bool is_weak_function(std::string_view name) {
  if (std::ranges::find(kWeak, name) != std::end(kWeak)) return true;
  if (!name.starts_with("EVP_")) return false;
  bool has_prefix = std::ranges::any_of(kWeakPrefixes, [&](std::string_view prefix) { return name.starts_with(prefix); });
  return has_prefix || name.ends_with("_ecb");
}

class WeakCipher : public Check {
 public:
  const RuleInfo& info() const override { return info_; }
  std::vector<std::string> words() const override { return joined(kWeak, names_in(kByName, &AlgorithmArgument::function), std::vector<std::string>{"EVP_*"}); }

  void on_call(const Tree& tree, At call, std::string_view callee, Sink& sink) const override {
    if (is_weak_function(callee)) return report(tree, call, callee, sink);
    std::vector<At> arguments = tree.arguments(call);
    for (const AlgorithmArgument& entry : kByName) {
      if (entry.function != callee || entry.index >= arguments.size()) continue;
      if (is_weak_text(named_algorithm(tree, arguments[entry.index], kNumbers))) report(tree, call, tree.code(arguments[entry.index]), sink);
    }
  }

 private:
  void report(const Tree& tree, At call, std::string_view what, Sink& sink) const {
    sink.report(info_, tree[call].range,
                fmt::format("`{}` is a broken cipher or mode, so what it encrypts can be recovered in whole or in part. Use AES-256-GCM or ChaCha20-Poly1305 "
                            "with a fresh nonce for each message.", what));
  }

  RuleInfo info_ = make_info({
      .id = "clang-weak-cipher",
      .severity = Severity::Error,
      .message = "A broken cipher (DES, 3DES, RC2, RC4, Blowfish, ...) or ECB mode is used, so what it encrypts can be recovered in whole or in part. "
                 "Use AES-256-GCM or ChaCha20-Poly1305 with a fresh nonce for each message.",
      .cwe = {"CWE-327: Use of a Broken or Risky Cryptographic Algorithm"},
      .owasp = {"A02:2021 - Cryptographic Failures", "A04:2025 - Cryptographic Failures"},
      .security_severity = "7.5",
      .confidence = "HIGH",
      .references = {"https://cheatsheetseries.owasp.org/cheatsheets/Cryptographic_Storage_Cheat_Sheet.html", "https://cwe.mitre.org/data/definitions/327.html"},
      .replaces = {"c-weak-cipher"},
  });
};

}  // namespace

std::unique_ptr<Check> make_weak_cipher() { return std::make_unique<WeakCipher>(); }

}  // namespace sluice::clang
