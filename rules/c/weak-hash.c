#include <openssl/evp.h>
#include <openssl/md5.h>

void weak(const unsigned char *data, size_t size, unsigned char *out) {
  // ruleid: c-weak-hash
  MD5(data, size, out);
}

void digest(EVP_MD_CTX *context) {
  // ruleid: c-weak-hash
  EVP_DigestInit_ex(context, EVP_sha1(), NULL);
  // ok: c-weak-hash
  EVP_DigestInit_ex(context, EVP_sha256(), NULL);
}
