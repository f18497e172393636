typedef struct md EVP_MD;
typedef struct cipher EVP_CIPHER;
typedef const short *LPCWSTR;
const EVP_MD *EVP_md5(void);
const EVP_MD *EVP_sha1(void);
const EVP_MD *EVP_sha256(void);
const EVP_MD *EVP_get_digestbyname(const char *name);
unsigned char *HMAC(const EVP_MD *md, const void *key, int size);
int MD5_Init(void *context);
unsigned char *SHA1(const unsigned char *data, unsigned long size, unsigned char *out);
const EVP_CIPHER *EVP_des_ede3_cbc(void);
const EVP_CIPHER *EVP_aes_256_gcm(void);
const EVP_CIPHER *EVP_aes_128_ecb(void);
const EVP_CIPHER *EVP_get_cipherbyname(const char *name);
void RC4(void *key, unsigned long size, const unsigned char *in, unsigned char *out);
long BCryptOpenAlgorithmProvider(void **handle, LPCWSTR name, LPCWSTR provider, unsigned long flags);
int CryptCreateHash(void *provider, unsigned int algorithm, void *key, int flags, void **hash);
int CryptGenKey(void *provider, unsigned int algorithm, int flags, void **key);
#define BCRYPT_MD5_ALGORITHM (LPCWSTR) L"MD5"
#define BCRYPT_SHA256_ALGORITHM (LPCWSTR) L"SHA256"
#define BCRYPT_3DES_ALGORITHM (LPCWSTR) L"3DES"
#define BCRYPT_AES_ALGORITHM (LPCWSTR) L"AES"
#define CALG_SHA1 ((4 << 13) | 0 | 4)
#define CALG_SHA_256 ((4 << 13) | 0 | 12)
#define CALG_RC4 ((3 << 13) | (4 << 9) | 1)
#define CALG_AES_256 ((3 << 13) | (3 << 9) | 16)
enum { kDefaultHash = CALG_SHA1 };
static const char kDigest[] = "MD5";

void hashes(const unsigned char *data, unsigned char *out, void *context, void **handle, const char *name) {
  // ruleid: clang-weak-hash
  EVP_md5();
  // ok: clang-weak-hash
  EVP_sha256();
  // ruleid: clang-weak-hash
  const EVP_MD *digest = EVP_sha1();
  // ok: clang-weak-hash
  HMAC(EVP_sha1(), data, 5);
  // ruleid: clang-weak-hash
  HMAC(EVP_md5(), data, 5);
  // ruleid: clang-weak-hash
  EVP_get_digestbyname("md5");
  // ruleid: clang-weak-hash
  EVP_get_digestbyname(kDigest);
  // ok: clang-weak-hash
  EVP_get_digestbyname("sha512");
  // ok: clang-weak-hash
  EVP_get_digestbyname(name);
  // ruleid: clang-weak-hash
  MD5_Init(context);
  // ruleid: clang-weak-hash
  SHA1(data, 4, out);
  // ruleid: clang-weak-hash
  BCryptOpenAlgorithmProvider(handle, BCRYPT_MD5_ALGORITHM, 0, 0);
  // ok: clang-weak-hash
  BCryptOpenAlgorithmProvider(handle, BCRYPT_SHA256_ALGORITHM, 0, 0);
  // ruleid: clang-weak-hash
  CryptCreateHash(context, CALG_SHA1, 0, 0, handle);
  // ruleid: clang-weak-hash
  CryptCreateHash(context, kDefaultHash, 0, 0, handle);
  // ok: clang-weak-hash
  CryptCreateHash(context, CALG_SHA_256, 0, 0, handle);
  (void)digest;
}

void ciphers(void *context, void **handle, unsigned char *data) {
  // ruleid: clang-weak-cipher
  EVP_des_ede3_cbc();
  // ruleid: clang-weak-cipher
  EVP_aes_128_ecb();
  // ok: clang-weak-cipher
  EVP_aes_256_gcm();
  // ruleid: clang-weak-cipher
  EVP_get_cipherbyname("DES-CBC");
  // ok: clang-weak-cipher
  EVP_get_cipherbyname("aes-256-gcm");
  // ruleid: clang-weak-cipher
  RC4(context, 4, data, data);
  // ruleid: clang-weak-cipher
  BCryptOpenAlgorithmProvider(handle, BCRYPT_3DES_ALGORITHM, 0, 0);
  // ok: clang-weak-cipher
  BCryptOpenAlgorithmProvider(handle, BCRYPT_AES_ALGORITHM, 0, 0);
  // ruleid: clang-weak-cipher
  CryptGenKey(context, CALG_RC4, 0, handle);
  // ok: clang-weak-cipher
  CryptGenKey(context, CALG_AES_256, 0, handle);
}
