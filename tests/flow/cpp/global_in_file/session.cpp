#include "session.hpp"

Session& session() {
  static Session instance;
  return instance;
}

void login(const std::string& name) {
  session().user = name;
}
