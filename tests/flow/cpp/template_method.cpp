#include "io.h"

class Job {
 public:
  virtual ~Job() = default;

  void execute() {
    // ruleid: flow
    sink(input());
    // ok: flow
    sink(title());
  }

 protected:
  virtual std::string input() = 0;
  virtual std::string title() { return "job"; }
};

class ReadJob : public Job {
 protected:
  std::string input() override { return source(); }
};

void start() {
  ReadJob job;
  job.execute();
}
