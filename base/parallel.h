// base/parallel.h - the same work for every index, on some threads.
#pragma once
#include <algorithm>
#include <atomic>
#include <cstddef>
#include <mutex>
#include <optional>
#include <string>
#include <thread>
#include <utility>
#include <vector>

namespace sluice {

// Calls make_worker() once on each thread, and what it gives for each index in [0, count).
// Which thread gets which index is open, so the work may only write to its index's own place, or give it to an InOrder.
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

// Texts that threads made are handed on in the order of their indices, as soon as all before them are there.
// Only one thread hands on at a time; others leave theirs and go on making.
template <class Take>
class InOrder {
 public:
  InOrder(std::size_t count, Take take) : made_(count), take_(std::move(take)) {}

  void give(std::size_t index, std::string text) {
    std::unique_lock lock(mutex_);
    made_[index] = std::move(text);
    if (is_taking_) return;
    is_taking_ = true;
    for (; next_ < made_.size() && made_[next_]; ++next_) {
      const std::string first = *std::exchange(made_[next_], std::nullopt);
      lock.unlock();
      take_(first);
      lock.lock();
    }
    is_taking_ = false;
  }

 private:
  std::mutex mutex_;
  std::vector<std::optional<std::string>> made_;
  std::size_t next_ = 0;
  bool is_taking_ = false;
  Take take_;
};

}  // namespace sluice
