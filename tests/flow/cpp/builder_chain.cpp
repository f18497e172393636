#include "io.h"

class Query {
 public:
  Query& where(const std::string& condition) {
    text_ += " where " + condition;
    return *this;
  }

  Query& limit(int count) {
    text_ += " limit " + std::to_string(count);
    return *this;
  }

  const std::string& text() const { return text_; }

 private:
  std::string text_ = "select";
};

void run() {
  // ruleid: flow
  sink(Query().where(source()).limit(1).text());
  // ok: flow
  sink(Query().where("a = 1").limit(1).text());
}
