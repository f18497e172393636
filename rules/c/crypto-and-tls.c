#include <curl/curl.h>
#include <libpq-fe.h>
#include <mysql.h>
#include <openssl/des.h>
#include <openssl/evp.h>
#include <openssl/md5.h>
#include <openssl/rand.h>
#include <openssl/rsa.h>
#include <openssl/ssl.h>
#include <stdlib.h>
#include <time.h>
#include <unistd.h>

void digests(const unsigned char *data, size_t size, unsigned char *out)
{
    MD5(data, size, out);
    const EVP_MD *first = EVP_sha1();
    const EVP_MD *second = EVP_sha256();
    SHA256(data, size, out);
    (void)first;
    (void)second;
}

void ciphers(EVP_CIPHER_CTX *context, const unsigned char *key, const unsigned char *iv)
{
    EVP_EncryptInit_ex(context, EVP_des_ede3_cbc(), NULL, key, iv);
    EVP_EncryptInit_ex(context, EVP_aes_128_ecb(), NULL, key, NULL);
    EVP_EncryptInit_ex(context, EVP_aes_256_gcm(), NULL, key, iv);
    EVP_EncryptInit_ex(context, EVP_chacha20_poly1305(), NULL, key, iv);
}

int secrets(unsigned char *buffer)
{
    // ruleid: c-predictable-seed
    srand((unsigned)time(NULL));
    // ruleid: c-predictable-seed
    srandom(getpid());
    // ok: c-predictable-seed
    srand(1234);
    // ok: c-predictable-seed
    time_t now = time(NULL);
    int session_id = rand();
    long nonce = random() ^ now;
    int jitter = rand() % 20;
    int token = RAND_bytes(buffer, 16);
    return session_id + (int)nonce + jitter + token;
}

void clients(SSL_CTX *context, CURL *curl)
{
    // ruleid: c-tls-verification-disabled
    SSL_CTX_set_verify(context, SSL_VERIFY_NONE, NULL);
    // ruleid: c-tls-verification-disabled
    curl_easy_setopt(curl, CURLOPT_SSL_VERIFYPEER, 0L);
    // ok: c-tls-verification-disabled
    SSL_CTX_set_verify(context, SSL_VERIFY_PEER, NULL);
    // ok: c-tls-verification-disabled
    curl_easy_setopt(curl, CURLOPT_SSL_VERIFYPEER, 1L);
    // ruleid: c-obsolete-tls-version
    SSL_CTX *old = SSL_CTX_new(TLSv1_client_method());
    // ruleid: c-obsolete-tls-version
    SSL_CTX_set_min_proto_version(context, TLS1_VERSION);
    // ok: c-obsolete-tls-version
    SSL_CTX *current = SSL_CTX_new(TLS_client_method());
    // ok: c-obsolete-tls-version
    SSL_CTX_set_min_proto_version(context, TLS1_2_VERSION);
    SSL_CTX_free(old);
    SSL_CTX_free(current);
}

void keys(RSA *rsa, BIGNUM *exponent, EVP_PKEY_CTX *context)
{
    // ruleid: c-short-rsa-key
    RSA_generate_key_ex(rsa, 1024, exponent, NULL);
    // ruleid: c-short-rsa-key
    EVP_PKEY_CTX_set_rsa_keygen_bits(context, 512);
    // ok: c-short-rsa-key
    RSA_generate_key_ex(rsa, 3072, exponent, NULL);
    // ok: c-short-rsa-key
    EVP_PKEY_CTX_set_rsa_keygen_bits(context, 2048);
}

void databases(MYSQL *db, CURL *curl)
{
    // ruleid: c-hardcoded-password
    mysql_real_connect(db, "db", "shop", "Winter2024!", "shop", 0, NULL, 0);
    // ruleid: c-hardcoded-password
    PGconn *first = PQconnectdb("host=db user=shop password=let-me-in");
    // ruleid: c-hardcoded-password
    curl_easy_setopt(curl, CURLOPT_USERPWD, "shop:let-me-in");
    // ok: c-hardcoded-password
    mysql_real_connect(db, "db", "shop", getenv("DB_PASSWORD"), "shop", 0, NULL, 0);
    // ok: c-hardcoded-password
    PGconn *second = PQconnectdb("host=db user=shop sslmode=verify-full");
    PQfinish(first);
    PQfinish(second);
}

void wrap(RSA *key, const unsigned char *from, unsigned char *to) {
    // ruleid: c-rsa-without-oaep
    RSA_public_encrypt(32, from, to, key, RSA_PKCS1_PADDING);
    // ok: c-rsa-without-oaep
    RSA_public_encrypt(32, from, to, key, RSA_PKCS1_OAEP_PADDING);
}
