#include <functional>
#include <vector>

#include "io.h"

class Channel {
 public:
  void subscribe(std::function<void(const std::string&)> listener) { listeners_.push_back(std::move(listener)); }

  void publish(const std::string& message) const {
    for (const auto& listener : listeners_) listener(message);
  }

 private:
  std::vector<std::function<void(const std::string&)>> listeners_;
};

void connect() {
  Channel orders;
  orders.subscribe([](const std::string& message) {
    // ruleid: flow
    sink(message);
  });
  Channel ticks;
  ticks.subscribe([](const std::string& message) {
    // ok: flow
    sink(message);
  });
  orders.publish(source());
  ticks.publish("tick");
}
