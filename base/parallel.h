// base/parallel.h - the same work for every index, on some threads.
#pragma once
#include <algorithm>
#include <atomic>
#include <cstddef>
#include <thread>
#include <vector>

namespace sluice {

// Calls make_worker() once on each thread, and what it gives for each index in [0, count).
// Which thread gets which index is open, so the work may only write to its index's own place.
template <class MakeWorker>
void for_each_index(std::size_t count, unsigned jobs, const MakeWorker& make_worker) {
  constexpr std::size_t kBatch = 16;  // neighbours share a folder
  std::atomic<std::size_t> next = 0;
  auto run = [&] {
    auto worker = make_worker();
    for (std::size_t begin = next.fetch_add(kBatch); begin < count; begin = next.fetch_add(kBatch))
      for (std::size_t i = begin; i < std::min(begin + kBatch, count); ++i) worker(i);
  };
  std::size_t useful = std::min<std::size_t>(std::max(1u, jobs), (count + kBatch - 1) / kBatch);
  std::vector<std::jthread> threads;
  for (std::size_t i = 1; i < useful; ++i) threads.emplace_back(run);
  run();
}

}  // namespace sluice
