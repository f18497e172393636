#include <vector>

#include "io.h"

void queue() {
  std::vector<std::string> jobs;
  jobs.push_back("first");
  jobs.push_back(source());
  jobs.emplace_back("last");
  jobs.erase(jobs.begin());
  // ruleid: flow
  sink(jobs[0]);
  // ok: flow
  sink(jobs[1]);
  jobs.insert(jobs.begin(), "urgent");
  // ok: flow
  sink(jobs.front());
  // ruleid: flow
  sink(jobs[1]);
}
