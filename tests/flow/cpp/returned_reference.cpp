#include "io.h"

class Profile {
 public:
  std::string& nickname() { return nickname_; }
  std::string& motto() { return motto_; }

 private:
  std::string nickname_;
  std::string motto_;
};

void edit() {
  Profile profile;
  profile.nickname() = source();
  profile.motto() = "fixed";
  // ruleid: flow
  sink(profile.nickname());
  // ok: flow
  sink(profile.motto());
}
