#include "signoff/public_key.h"

#include <fmt/format.h>
#include <openssl/core_names.h>
#include <openssl/param_build.h>

#include <array>

#include "base/digest.h"
#include "base/text.h"
#include "signoff/base64.h"
#include "signoff/openssl.h"
#include "signoff/ssh_wire.h"

namespace sluice::signoff {
namespace {

constexpr int kLeastRsaBits = 2048, kMostRsaBits = 16384;
constexpr std::size_t kEd25519KeySize = 32, kEd25519SignatureSize = 64;
constexpr std::uint8_t kUserWasPresent = 1;  // flag of a token's signature

struct TypeName {
  KeyType type;
  std::string_view name;
};
constexpr std::array<TypeName, 7> kTypes{{{KeyType::Ed25519, "ssh-ed25519"},
                                          {KeyType::EcdsaP256, "ecdsa-sha2-nistp256"},
                                          {KeyType::EcdsaP384, "ecdsa-sha2-nistp384"},
                                          {KeyType::EcdsaP521, "ecdsa-sha2-nistp521"},
                                          {KeyType::Rsa, "ssh-rsa"},
                                          {KeyType::TokenEd25519, "sk-ssh-ed25519@openssh.com"},
                                          {KeyType::TokenEcdsaP256, "sk-ecdsa-sha2-nistp256@openssh.com"}}};

struct Curve {
  KeyType type;
  std::string_view ssh_name;
  const char* openssl_name;
  std::size_t point_size;  // uncompressed: 0x04, x, y
};
constexpr std::array<Curve, 4> kCurves{{{KeyType::EcdsaP256, "nistp256", "prime256v1", 65},
                                        {KeyType::EcdsaP384, "nistp384", "secp384r1", 97},
                                        {KeyType::EcdsaP521, "nistp521", "secp521r1", 133},
                                        {KeyType::TokenEcdsaP256, "nistp256", "prime256v1", 65}}};

const Curve* curve_of(KeyType type) {
  for (const Curve& curve : kCurves)
    if (curve.type == type) return &curve;
  return nullptr;
}

std::unexpected<Errors> bad_key(std::string message) { return fail({}, "signoff-key", std::move(message)); }
std::unexpected<Errors> bad_signature(std::string message) { return fail({}, "signoff-signature", std::move(message)); }

std::shared_ptr<EVP_PKEY> own(EVP_PKEY* key) { return {key, EVP_PKEY_free}; }

using OwnedParameters = std::unique_ptr<OSSL_PARAM, FreeWith<OSSL_PARAM_free>>;
using OwnedBuilder = std::unique_ptr<OSSL_PARAM_BLD, FreeWith<OSSL_PARAM_BLD_free>>;

std::shared_ptr<EVP_PKEY> key_from(const char* algorithm, OSSL_PARAM_BLD* builder) {
  OwnedParameters parameters(OSSL_PARAM_BLD_to_param(builder));
  OwnedKeyContext context(EVP_PKEY_CTX_new_from_name(nullptr, algorithm, nullptr));
  EVP_PKEY* key = nullptr;
  if (!parameters || !context || EVP_PKEY_fromdata_init(context.get()) <= 0) return nullptr;
  if (EVP_PKEY_fromdata(context.get(), &key, EVP_PKEY_PUBLIC_KEY, parameters.get()) <= 0) return nullptr;
  return own(key);
}

std::shared_ptr<EVP_PKEY> ed25519_key(std::string_view bytes) {
  if (bytes.size() != kEd25519KeySize) return nullptr;
  return own(EVP_PKEY_new_raw_public_key(EVP_PKEY_ED25519, nullptr, as_bytes(bytes), bytes.size()));
}

std::shared_ptr<EVP_PKEY> ecdsa_key(const Curve& curve, std::string_view point) {
  if (point.size() != curve.point_size || point[0] != 4) return nullptr;
  OwnedBuilder builder(OSSL_PARAM_BLD_new());
  OSSL_PARAM_BLD_push_utf8_string(builder.get(), OSSL_PKEY_PARAM_GROUP_NAME, curve.openssl_name, 0);
  OSSL_PARAM_BLD_push_octet_string(builder.get(), OSSL_PKEY_PARAM_PUB_KEY, point.data(), point.size());
  std::shared_ptr<EVP_PKEY> key = key_from("EC", builder.get());
  if (!key) return nullptr;
  // A point that is not on the curve is no key.
  OwnedKeyContext context(EVP_PKEY_CTX_new_from_pkey(nullptr, key.get(), nullptr));
  return context && EVP_PKEY_public_check(context.get()) == 1 ? key : nullptr;
}

std::shared_ptr<EVP_PKEY> rsa_key(std::string_view exponent, std::string_view modulus) {
  // Bounded before anything is computed with it: a huge modulus is a way to keep a verifier busy.
  if (modulus.size() > kMostRsaBits / 8 || exponent.size() > 8 || exponent.empty() || modulus.empty()) return nullptr;
  OwnedNumber e(BN_bin2bn(as_bytes(exponent), static_cast<int>(exponent.size()), nullptr));
  OwnedNumber n(BN_bin2bn(as_bytes(modulus), static_cast<int>(modulus.size()), nullptr));
  OwnedBuilder builder(OSSL_PARAM_BLD_new());
  OSSL_PARAM_BLD_push_BN(builder.get(), OSSL_PKEY_PARAM_RSA_N, n.get());
  OSSL_PARAM_BLD_push_BN(builder.get(), OSSL_PKEY_PARAM_RSA_E, e.get());
  std::shared_ptr<EVP_PKEY> key = key_from("RSA", builder.get());
  return key && EVP_PKEY_get_bits(key.get()) >= kLeastRsaBits ? key : nullptr;
}

bool verified(EVP_PKEY* key, const EVP_MD* hash_algorithm, std::string_view message, std::string_view signature) {
  OwnedDigestContext context(EVP_MD_CTX_new());
  bool good = EVP_DigestVerifyInit(context.get(), nullptr, hash_algorithm, nullptr, key) == 1 &&
              EVP_DigestVerify(context.get(), as_bytes(signature), signature.size(), as_bytes(message), message.size()) == 1;
  ERR_clear_error();
  return good;
}

// SSH packs r and s as two numbers, OpenSSL wants DER.
std::string der_of(std::string_view packed) {
  WireReader reader(packed);
  std::string_view r = reader.number_text(), s = reader.number_text();
  if (!reader.ok_and_done() || r.size() > 66 || s.size() > 66) return {};
  OwnedEcdsaSignature signature(ECDSA_SIG_new());
  ECDSA_SIG_set0(signature.get(), BN_bin2bn(as_bytes(r), static_cast<int>(r.size()), nullptr),
                 BN_bin2bn(as_bytes(s), static_cast<int>(s.size()), nullptr));
  unsigned char* out = nullptr;
  int size = i2d_ECDSA_SIG(signature.get(), &out);
  if (size <= 0) return {};
  std::string der(reinterpret_cast<char*>(out), static_cast<std::size_t>(size));
  OPENSSL_free(out);
  return der;
}

std::string der_of(std::string_view r, std::string_view s) {
  std::string packed;
  put_number_text(packed, r);
  put_number_text(packed, s);
  return der_of(packed);
}

const EVP_MD* hash_of(KeyType type) {
  switch (type) {
    case KeyType::EcdsaP256: case KeyType::TokenEcdsaP256: return EVP_sha256();
    case KeyType::EcdsaP384: return EVP_sha384();
    case KeyType::EcdsaP521: return EVP_sha512();
    default: return nullptr;  // Ed25519 hashes by itself
  }
}

std::string number_parameter(EVP_PKEY* key, const char* name) {
  BIGNUM* number = nullptr;
  if (EVP_PKEY_get_bn_param(key, name, &number) != 1) return {};
  OwnedNumber owned(number);
  std::string bytes(static_cast<std::size_t>(BN_num_bytes(number)), '\0');
  BN_bn2bin(number, reinterpret_cast<unsigned char*>(bytes.data()));
  return bytes;
}

// The bytes that SSH would write for a key of OpenSSL; empty when SSH has no such key.
std::string blob_of(EVP_PKEY* key) {
  std::string blob;
  if (EVP_PKEY_is_a(key, "ED25519")) {
    std::string raw(kEd25519KeySize, '\0');
    std::size_t size = raw.size();
    EVP_PKEY_get_raw_public_key(key, reinterpret_cast<unsigned char*>(raw.data()), &size);
    put_text(blob, to_string(KeyType::Ed25519));
    put_text(blob, raw);
  } else if (EVP_PKEY_is_a(key, "RSA")) {
    put_text(blob, to_string(KeyType::Rsa));
    put_number_text(blob, number_parameter(key, OSSL_PKEY_PARAM_RSA_E));
    put_number_text(blob, number_parameter(key, OSSL_PKEY_PARAM_RSA_N));
  } else if (EVP_PKEY_is_a(key, "EC")) {
    char group[64] = "";
    std::size_t size = 0;
    EVP_PKEY_get_group_name(key, group, sizeof group, &size);
    std::string x = number_parameter(key, OSSL_PKEY_PARAM_EC_PUB_X), y = number_parameter(key, OSSL_PKEY_PARAM_EC_PUB_Y);
    for (const Curve& curve : kCurves) {
      if (group != std::string_view(curve.openssl_name) || curve.type == KeyType::TokenEcdsaP256) continue;
      std::size_t half = curve.point_size / 2;
      std::string point = "\x04" + std::string(half - x.size(), '\0') + x + std::string(half - y.size(), '\0') + y;
      put_text(blob, to_string(curve.type));
      put_text(blob, curve.ssh_name);
      put_text(blob, point);
    }
  }
  return blob;
}

}  // namespace

std::string_view to_string(KeyType type) { return kTypes[static_cast<std::size_t>(type)].name; }

Result<PublicKey> PublicKey::from_blob(std::string_view blob) {
  WireReader reader(blob);
  std::string_view name = reader.text();
  auto known = std::ranges::find(kTypes, name, &TypeName::name);
  if (known == kTypes.end()) return bad_key("a key of type `" + escape_terminal(name.substr(0, 64)) + "` is not supported");
  PublicKey key;
  key.type_ = known->type;
  key.blob_ = blob;
  if (key.type_ == KeyType::Ed25519 || key.type_ == KeyType::TokenEd25519) {
    key.key_ = ed25519_key(reader.text());
  } else if (const Curve* curve = curve_of(key.type_)) {
    std::string_view named = reader.text(), point = reader.text();
    if (named == curve->ssh_name) key.key_ = ecdsa_key(*curve, point);
  } else {
    std::string_view exponent = reader.number_text(), modulus = reader.number_text();
    if (reader.ok()) key.key_ = rsa_key(exponent, modulus);
  }
  bool is_on_token = key.type_ == KeyType::TokenEd25519 || key.type_ == KeyType::TokenEcdsaP256;
  if (is_on_token) key.application_ = reader.text();
  ERR_clear_error();
  if (!key.key_ || !reader.ok_and_done())
    return bad_key(fmt::format("the bytes of this {} key are no such key{}", name,
                               key.type_ == KeyType::Rsa ? fmt::format(" of {} bits or more", kLeastRsaBits) : ""));
  return key;
}

Result<PublicKey> PublicKey::from_line(std::string_view line) {
  std::vector<std::string_view> words;
  for (std::string_view word : split(trim(line), ' '))
    if (!word.empty()) words.push_back(word);
  if (words.size() < 2) return bad_key("a public key is `TYPE BASE64`, as in a `.pub` file of ssh-keygen");
  auto blob = from_base64(words[1]);
  if (!blob) return bad_key("the public key is not base64");
  SLUICE_TRY(PublicKey key, from_blob(*blob));
  if (to_string(key.type()) != words[0])
    return bad_key(fmt::format("the line says `{}` and the key in it is `{}`", escape_terminal(words[0]), to_string(key.type())));
  return key;
}

Result<PublicKey> PublicKey::from_openssl(EVP_PKEY* key) {
  std::string blob = blob_of(key);
  if (blob.empty()) return bad_key("a key of this kind is not supported; Ed25519, ECDSA on a NIST curve and RSA are");
  return from_blob(blob);
}

std::string PublicKey::line() const { return std::string(to_string(type_)) + " " + to_base64(blob_); }

std::string PublicKey::fingerprint() const {
  std::string text = to_base64(sha256_bytes(blob_));
  while (text.ends_with('=')) text.pop_back();
  return "SHA256:" + text;
}

Result<void> PublicKey::verify_by(std::string_view algorithm, std::string_view message, std::string_view bytes) const {
  bool good = false;
  if (type_ == KeyType::Rsa) {
    bool is_512 = algorithm == "rsa-sha2-512";
    if (!is_512 && algorithm != "rsa-sha2-256") return bad_signature(fmt::format("algorithm `{}` is not accepted of an RSA key", escape_terminal(algorithm)));
    good = verified(key_.get(), is_512 ? EVP_sha512() : EVP_sha256(), message, bytes);
  } else {
    if (algorithm != to_string(type_)) return bad_signature(fmt::format("algorithm `{}` is not that of the {} key", escape_terminal(algorithm), to_string(type_)));
    good = verified(key_.get(), hash_of(type_), message, curve_of(type_) ? der_of(bytes) : std::string(bytes));
  }
  if (!good) return bad_signature("the signature does not fit the key and the signed bytes: one of them was changed");
  return {};
}

Result<void> PublicKey::verify_ssh(std::string_view message, std::string_view signature) const {
  WireReader reader(signature);
  std::string_view algorithm = reader.text(), bytes = reader.text();
  if (type_ != KeyType::TokenEd25519 && type_ != KeyType::TokenEcdsaP256) {
    if (!reader.ok_and_done()) return bad_signature("the signature's inner bytes end too early or too late");
    return verify_by(algorithm, message, bytes);
  }
  // A token signs what it was used for and how, and the hash of the message.
  std::uint8_t flags = reader.byte();
  std::string_view counter = reader.take(4);
  if (!reader.ok_and_done()) return bad_signature("the signature's inner bytes end too early or too late");
  if ((flags & kUserWasPresent) == 0) return bad_signature("nobody touched the security token when it signed");
  std::string signed_bytes = sha256_bytes(application_) + static_cast<char>(flags) + std::string(counter) + sha256_bytes(message);
  return verify_by(algorithm, signed_bytes, bytes);
}

Result<void> PublicKey::verify_bare(std::string_view message, std::string_view signature) const {
  bool is_ecdsa = type_ == KeyType::EcdsaP256 || type_ == KeyType::EcdsaP384 || type_ == KeyType::EcdsaP521;
  if (type_ != KeyType::Ed25519 && !is_ecdsa)
    return bad_signature(fmt::format("a {} key signs an envelope in SSH's form only", to_string(type_)));
  if (type_ == KeyType::Ed25519 && signature.size() != kEd25519SignatureSize)
    return bad_signature(fmt::format("an Ed25519 signature has {} bytes, this one {}", kEd25519SignatureSize, signature.size()));
  bool good = verified(key_.get(), hash_of(type_), message, signature);
  // Some DSSE tools write an ECDSA signature as its two numbers, side by side.
  std::size_t half = is_ecdsa ? curve_of(type_)->point_size / 2 : 0;
  if (!good && is_ecdsa && signature.size() == 2 * half)
    good = verified(key_.get(), hash_of(type_), message, der_of(signature.substr(0, half), signature.substr(half)));
  if (!good) return bad_signature("the signature does not fit the key and the signed bytes: one of them was changed");
  return {};
}

}  // namespace sluice::signoff
