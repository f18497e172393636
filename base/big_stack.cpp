#include "base/big_stack.h"

#include <pthread.h>

#include <system_error>
#include <utility>
#include <vector>

namespace sluice {
namespace {

constexpr std::size_t kStack = std::size_t{256} << 20;  // of address space; only what is used becomes memory

struct Work {
  const std::function<void(unsigned)>* run;
  unsigned number;
};

void* begin(void* argument) {
  Work* work = static_cast<Work*>(argument);
  (*work->run)(work->number);
  return nullptr;
}

}  // namespace

void run_on_threads(unsigned count, const std::function<void(unsigned)>& work) {
  std::vector<Work> parts;
  for (unsigned i = 0; i < count; ++i) parts.push_back({&work, i});
  pthread_attr_t attributes;
  pthread_attr_init(&attributes);
  pthread_attr_setstacksize(&attributes, kStack);
  std::vector<pthread_t> threads;
  for (Work& part : parts) {
    pthread_t thread;
    // Where there is no room for a large stack, the work is done here.
    if (pthread_create(&thread, &attributes, begin, &part) == 0) threads.push_back(thread);
    else begin(&part);
  }
  pthread_attr_destroy(&attributes);
  for (pthread_t thread : threads) pthread_join(thread, nullptr);
}

}  // namespace sluice
