#include "signoff/private_key.h"

#include <openssl/pem.h>

#include <cstring>

#include "signoff/base64.h"
#include "signoff/openssl.h"
#include "signoff/ssh_wire.h"

namespace sluice::signoff {
namespace {

constexpr std::string_view kOpenSshBegin = "-----BEGIN OPENSSH PRIVATE KEY-----";
constexpr std::string_view kOpenSshEnd = "-----END OPENSSH PRIVATE KEY-----";

std::unexpected<Errors> bad(const std::string& file, std::string message) { return fail({file}, "signoff-private-key", std::move(message)); }

std::shared_ptr<EVP_PKEY> own(EVP_PKEY* key) { return {key, EVP_PKEY_free}; }

// Without this OpenSSL would ask at the terminal.
int give_passphrase(char* buffer, int size, int, void* passphrase) {
  const auto& text = *static_cast<const std::string*>(passphrase);
  if (text.empty() || text.size() > static_cast<std::size_t>(size)) return -1;
  std::memcpy(buffer, text.data(), text.size());
  return static_cast<int>(text.size());
}

std::string text_of(BIO* bio) {
  char* bytes = nullptr;
  long size = BIO_get_mem_data(bio, &bytes);
  return {bytes, static_cast<std::size_t>(size)};
}

std::string without_line_ends(std::string_view text) {
  std::string out;
  for (char c : text)
    if (c != '\n' && c != '\r') out += c;
  return out;
}

// OpenSSH's PROTOCOL.key: a header in the clear, then (here never encrypted) two equal check numbers and the key.
Result<std::shared_ptr<EVP_PKEY>> parse_openssh(const std::string& file, std::string_view text) {
  std::size_t begin = text.find(kOpenSshBegin) + kOpenSshBegin.size(), end = text.find(kOpenSshEnd, begin);
  if (end == std::string_view::npos) return bad(file, "the OpenSSH key has no end line");
  auto bytes = from_base64(without_line_ends(text.substr(begin, end - begin)));
  if (!bytes) return bad(file, "the OpenSSH key is not base64");
  constexpr std::string_view kMagic("openssh-key-v1\0", 15);
  WireReader reader(*bytes);
  if (reader.take(kMagic.size()) != kMagic) return bad(file, "the OpenSSH key is of an unknown version");
  std::string_view cipher = reader.text();
  reader.text(), reader.text();  // how a passphrase would be used
  std::uint32_t count = reader.number();
  reader.text();  // the public key
  WireReader secret(reader.text());
  if (!reader.ok() || count != 1) return bad(file, "the OpenSSH key is cut off, or several in one file");
  if (cipher != "none")
    return bad(file, "the OpenSSH key has a passphrase: sign with `ssh-keygen -Y sign` and give its output with --signature, or use a PKCS#8 key");
  std::uint32_t first = secret.number(), second = secret.number();
  std::string_view type = secret.text();
  if (!secret.ok() || first != second) return bad(file, "the OpenSSH key is damaged");
  if (type != "ssh-ed25519")
    return bad(file, "an OpenSSH key file is read for Ed25519 alone: sign with `ssh-keygen -Y sign` and give its output with --signature");
  secret.text();
  std::string_view pair = secret.text();  // seed, public key
  if (!secret.ok() || pair.size() != 64) return bad(file, "the OpenSSH key is damaged");
  return own(EVP_PKEY_new_raw_private_key(EVP_PKEY_ED25519, nullptr, as_bytes(pair), 32));
}

std::string signature_of(EVP_PKEY* key, const EVP_MD* hash_algorithm, std::string_view message) {
  OwnedDigestContext context(EVP_MD_CTX_new());
  std::size_t size = 0;
  bool ok = EVP_DigestSignInit(context.get(), nullptr, hash_algorithm, nullptr, key) == 1 &&
            EVP_DigestSign(context.get(), nullptr, &size, as_bytes(message), message.size()) == 1;
  std::string signature(size, '\0');
  ok = ok && EVP_DigestSign(context.get(), reinterpret_cast<unsigned char*>(signature.data()), &size, as_bytes(message), message.size()) == 1;
  SLUICE_ASSERT(ok, "a key that was read signs");
  signature.resize(size);
  return signature;
}

const EVP_MD* hash_for(KeyType type) {
  switch (type) {
    case KeyType::EcdsaP256: return EVP_sha256();
    case KeyType::EcdsaP384: return EVP_sha384();
    case KeyType::EcdsaP521: case KeyType::Rsa: return EVP_sha512();
    default: return nullptr;
  }
}

std::string number_bytes(const BIGNUM* number) {
  std::string bytes(static_cast<std::size_t>(BN_num_bytes(number)), '\0');
  BN_bn2bin(number, reinterpret_cast<unsigned char*>(bytes.data()));
  return bytes;
}

std::string packed_ecdsa(std::string_view der) {
  const unsigned char* at = as_bytes(der);
  OwnedEcdsaSignature signature(d2i_ECDSA_SIG(nullptr, &at, static_cast<long>(der.size())));
  SLUICE_ASSERT(signature, "OpenSSL reads the signature that it made");
  std::string packed;
  put_number_text(packed, number_bytes(ECDSA_SIG_get0_r(signature.get())));
  put_number_text(packed, number_bytes(ECDSA_SIG_get0_s(signature.get())));
  return packed;
}

}  // namespace

Result<PrivateKey> PrivateKey::from_openssl(const std::string& file, std::shared_ptr<EVP_PKEY> key) {
  Result<PublicKey> of = PublicKey::from_openssl(key.get());
  if (!of) return bad(file, of.error().list.front().message);
  return PrivateKey(std::move(key), *std::move(of));
}

Result<PrivateKey> PrivateKey::generate() {
  std::shared_ptr<EVP_PKEY> key = own(EVP_PKEY_Q_keygen(nullptr, nullptr, "ED25519"));
  if (!key) return bad({}, "OpenSSL cannot make a key");
  return from_openssl({}, std::move(key));
}

Result<PrivateKey> PrivateKey::parse(const std::string& file, std::string_view text, const std::string& passphrase) {
  if (text.find(kOpenSshBegin) != std::string_view::npos) {
    SLUICE_TRY(std::shared_ptr<EVP_PKEY> key, parse_openssh(file, text));
    return from_openssl(file, std::move(key));
  }
  OwnedBio bio(BIO_new_mem_buf(text.data(), static_cast<int>(text.size())));
  std::string given = passphrase;
  EVP_PKEY* key = PEM_read_bio_PrivateKey(bio.get(), nullptr, give_passphrase, &given);
  ERR_clear_error();
  if (key) return from_openssl(file, own(key));
  bool is_locked = text.find("ENCRYPTED") != std::string_view::npos;
  return bad(file, is_locked ? given.empty() ? "the key has a passphrase: give the file that holds it with --passphrase-file"
                                             : "the passphrase does not open the key"
                             : "this is no private key: expected PKCS#8 PEM (`sluice signoff keygen`) or an Ed25519 key of ssh-keygen");
}

std::string PrivateKey::pem(const std::string& passphrase) const {
  OwnedBio bio(BIO_new(BIO_s_mem()));
  const EVP_CIPHER* cipher = passphrase.empty() ? nullptr : EVP_aes_256_cbc();
  int ok = PEM_write_bio_PKCS8PrivateKey(bio.get(), key_.get(), cipher, passphrase.empty() ? nullptr : passphrase.c_str(),
                                         static_cast<int>(passphrase.size()), nullptr, nullptr);
  SLUICE_ASSERT(ok == 1, "a key in memory can be written");
  return text_of(bio.get());
}

std::string PrivateKey::public_pem() const {
  OwnedBio bio(BIO_new(BIO_s_mem()));
  SLUICE_ASSERT(PEM_write_bio_PUBKEY(bio.get(), key_.get()) == 1, "a key in memory can be written");
  return text_of(bio.get());
}

std::string PrivateKey::sign_bare(std::string_view message) const { return signature_of(key_.get(), hash_for(public_.type()), message); }

std::string PrivateKey::sign_ssh(std::string_view message) const {
  std::string bytes = sign_bare(message), packed;
  bool is_ecdsa = public_.type() != KeyType::Ed25519 && public_.type() != KeyType::Rsa;
  put_text(packed, public_.type() == KeyType::Rsa ? "rsa-sha2-512" : to_string(public_.type()));
  put_text(packed, is_ecdsa ? packed_ecdsa(bytes) : bytes);
  return packed;
}

}  // namespace sluice::signoff
