#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

static int asked(int client) {
  char text[16] = "";
  recv(client, text, sizeof text - 1, 0);
  return atoi(text);
}

int next(int client) {
  int number = asked(client);
  // ruleid: c-integer-overflow-input
  return number + 1;
}

int twice(int client) {
  int number = asked(client);
  if (number < 0 || number > 1000) return 0;
  // ok: c-integer-overflow-input, c-integer-underflow-input
  return number * 2;
}

int counted(void) {
  int number = 0;
  if (scanf("%d", &number) != 1) return 0;
  // ruleid: c-integer-overflow-input
  number++;
  return number;
}

int rest(int client) {
  int number = asked(client) % 10;
  // ok: c-integer-overflow-input
  return number + 1;
}

int before(int client) {
  int number = asked(client);
  // ruleid: c-integer-underflow-input
  return number - 1;
}

int before_checked(int client) {
  int number = asked(client);
  if (number <= 0) return 0;
  // ok: c-integer-underflow-input
  return number - 1;
}

int share(int client) {
  int people = asked(client);
  // ruleid: c-division-input
  return 100 / people;
}

int share_checked(int client) {
  int people = asked(client);
  if (people == 0) return 100;
  // ok: c-division-input
  return 100 % people;
}

short port(int client) {
  int number = asked(client);
  // ruleid: c-truncation-input
  return (short)number;
}

short port_checked(int client) {
  int number = asked(client);
  if (number < 0 || number > 1024) return 0;
  // ok: c-truncation-input
  return (short)number;
}

void part(int client, char *to, const char *from) {
  int length = asked(client);
  // ruleid: c-negative-size-input
  if (length < 64) memcpy(to, from, length);
  // ok: c-negative-size-input
  if (length >= 0 && length < 64) memcpy(to, from, length);
}

void part_unsigned(int client, char *to, const char *from) {
  unsigned int length = asked(client);
  // ok: c-negative-size-input
  if (length < 64) memcpy(to, from, length);
}

char letter(int client) {
  static const char letters[] = "abcdefgh";
  int place = asked(client);
  // ruleid: c-index-input
  return letters[place];
}

char letter_checked(int client) {
  static const char letters[] = "abcdefgh";
  int place = asked(client);
  if (place < 0 || place >= 8) return ' ';
  // ok: c-index-input, c-negative-size-input
  return letters[place];
}

void set(int client, char *letters) {
  int place = asked(client);
  // ruleid: c-negative-size-input
  if (place < 8) letters[place] = 'x';
}

int sum(int client) {
  int rounds = asked(client), total = 0;
  // ruleid: c-loop-bound-input
  for (int i = 0; i < rounds; i++) total += i;
  return total;
}

int sum_checked(int client) {
  int rounds = asked(client), total = 0;
  if (rounds > 100) return 0;
  // ok: c-loop-bound-input
  for (int i = 0; i < rounds; i++) total += i;
  return total;
}

void pause_for(int client) {
  int seconds = asked(client);
  // ruleid: c-delay-input
  sleep(seconds);
}

void pause_checked(int client) {
  int seconds = asked(client);
  // ok: c-delay-input
  if (seconds > 0 && seconds < 10) sleep(seconds);
}
