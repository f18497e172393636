// analyzers/scan/files_in_work.h - which files are being analyzed right now, for whoever survives.
//
// Plain bytes without pointers, so that they can lie in memory that two processes share: when the
// one that scans dies, the other can still say on which files.
#pragma once
#include <array>
#include <atomic>
#include <string>
#include <string_view>
#include <vector>

namespace sluice {

class FilesInWork {
 public:
  static constexpr std::size_t kThreads = 256, kPathBytes = 512;  // more threads than that go unnoticed; long paths lose their beginning

  // For one thread of the scan: a place of its own in the list.
  class Slot {
   public:
    explicit Slot(FilesInWork* files);  // null: nobody wants to know
    void begin(std::string_view path);
    void end();

   private:
    std::array<char, kPathBytes>* path_ = nullptr;
  };

  std::vector<std::string> now() const;

 private:
  std::atomic<std::size_t> used_ = 0;
  std::array<std::array<char, kPathBytes>, kThreads> paths_{};  // each ends with a zero; empty: idle
};

}  // namespace sluice
