#include <map>

#include "io.h"

class Store {
 public:
  std::string& operator[](const std::string& key) { return entries_[key]; }

 private:
  std::map<std::string, std::string> entries_;
};

void run() {
  Store store;
  store["note"] = source();
  // ruleid: flow
  sink(store["note"]);
  Store calm;
  calm["note"] = "fixed";
  // ok: flow
  sink(calm["note"]);
}
