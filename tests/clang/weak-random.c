int rand(void);
long random(void);
int rand_r(unsigned *seed);
int RAND_pseudo_bytes(unsigned char *out, int count);
int RAND_bytes(unsigned char *out, int count);
struct session { unsigned char token[16]; int id; };

void draws(struct session *session, unsigned char *iv, unsigned *seed) {
  // ok: clang-weak-random
  int dice = rand() % 6 + 1;
  // ruleid: clang-weak-random
  int nonce = rand();
  for (int i = 0; i < 16; ++i) {
    // ruleid: clang-weak-random
    session->token[i] = rand() & 0xff;
    // ruleid: clang-weak-random
    iv[i] ^= (unsigned char)random();
  }
  char table[6] = "abcde";
  // ruleid: clang-weak-random
  char apiKey[2] = {(char)rand_r(seed), 0};
  // ok: clang-weak-random
  table[rand() % 5] = 'x';
  // ok: clang-weak-random
  session->id = rand();
  // ruleid: clang-weak-random
  RAND_pseudo_bytes(iv, 16);
  // ok: clang-weak-random
  RAND_bytes(iv, 16);
  (void)dice, (void)nonce, (void)apiKey;
}

int make_salt(void) {
  // ruleid: clang-weak-random
  return rand();
}

int throw_dice(void) {
  // ok: clang-weak-random
  return rand() % 6;
}
