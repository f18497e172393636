// base/big_stack.h - threads whose stack is large enough for deep recursion over hostile input.
#pragma once
#include <functional>

namespace sluice {

// Runs `work(0)` to `work(count - 1)`, each on a thread of its own, and waits for all.
void run_on_threads(unsigned count, const std::function<void(unsigned)>& work);

}  // namespace sluice
