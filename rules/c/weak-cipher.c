#include <openssl/evp.h>

void encrypt(EVP_CIPHER_CTX *context, const unsigned char *key, const unsigned char *iv) {
  // ruleid: c-weak-cipher
  EVP_EncryptInit_ex(context, EVP_des_cbc(), NULL, key, iv);
  // ruleid: c-weak-cipher
  EVP_EncryptInit_ex(context, EVP_aes_128_ecb(), NULL, key, iv);
  // ok: c-weak-cipher
  EVP_EncryptInit_ex(context, EVP_aes_256_gcm(), NULL, key, iv);
}
