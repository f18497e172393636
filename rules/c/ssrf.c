#include <curl/curl.h>
#include <netdb.h>
#include <sys/socket.h>

void preview(CURL *curl, int client) {
  char address[256];
  recv(client, address, sizeof address - 1, 0);
  // ruleid: c-ssrf-input-address
  curl_easy_setopt(curl, CURLOPT_URL, address);
  // ruleid: c-ssrf-input-address
  gethostbyname(address);
  // ok: c-ssrf-input-address
  curl_easy_setopt(curl, CURLOPT_URL, "https://api.example.com/");
}
