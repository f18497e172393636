#include "base/big_stack.h"

#include <pthread.h>

#include <system_error>
#include <utility>
#include <vector>

namespace sluice {
namespace {

constexpr std::size_t kStacksMb[] = {256, 128, 64, 32};  // of address space; only what is used becomes memory

struct Work {
  const std::function<void(unsigned)>* run;
  unsigned number;
};

void* begin(void* argument) {
  Work* work = static_cast<Work*>(argument);
  (*work->run)(work->number);
  return nullptr;
}

// With the largest stack that there is room for.
bool start(pthread_attr_t& attributes, Work& part, pthread_t& thread) {
  for (std::size_t megabytes : kStacksMb)
    if (pthread_attr_setstacksize(&attributes, megabytes << 20) == 0 && pthread_create(&thread, &attributes, begin, &part) == 0) return true;
  return false;
}

}  // namespace

void run_on_threads(unsigned count, const std::function<void(unsigned)>& work) {
  std::vector<Work> parts;
  for (unsigned i = 0; i < count; ++i) parts.push_back({&work, i});
  pthread_attr_t attributes;
  pthread_attr_init(&attributes);
  std::vector<pthread_t> threads;
  for (Work& part : parts) {
    pthread_t thread;
    // Where there is no room for a stack of any use, the work is done here.
    if (start(attributes, part, thread)) threads.push_back(thread);
    else begin(&part);
  }
  pthread_attr_destroy(&attributes);
  for (pthread_t thread : threads) pthread_join(thread, nullptr);
}

}  // namespace sluice
