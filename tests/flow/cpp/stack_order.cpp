#include <stack>

#include "io.h"

void run() {
  std::stack<std::string> papers;
  papers.push("below");
  papers.push(source());
  // ruleid: flow
  sink(papers.top());
  papers.pop();
  // ok: flow
  sink(papers.top());
}
