#pragma once
#include <string>

struct Session {
  std::string user = "nobody";
  std::string region = "eu";
};

Session& session();
void login(const std::string& name);
