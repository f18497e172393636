#include "io.h"

class Wallet {
 public:
  void set_holder(const std::string& name) { holder_ = name; }
  const std::string& holder() const { return holder_; }
  std::string currency() const { return currency_; }

 private:
  std::string holder_;
  std::string currency_ = "EUR";
};

void create() {
  Wallet wallet;
  wallet.set_holder(source());
  // ruleid: flow
  sink(wallet.holder());
  // ok: flow
  sink(wallet.currency());
}
