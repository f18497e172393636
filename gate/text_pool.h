// gate/text_pool.h - texts that are kept once, however often they are said.
//
// A million results speak of some ten thousand advisories: titles, vectors, packages and
// tools repeat a hundredfold. A TextId is four bytes for any of them.
#pragma once
#include <cstdint>
#include <memory>
#include <string_view>
#include <vector>

namespace sluice::gate {

using TextId = std::uint32_t;

// Texts live as long as the pool, where they were put first. One thread may add; any number
// may read while none adds.
class TextPool {
 public:
  TextPool();
  TextPool(const TextPool& other);  // with texts of its own, and the same ids
  TextPool(TextPool&&) noexcept = default;
  TextPool& operator=(const TextPool& other) { return *this = TextPool(other); }
  TextPool& operator=(TextPool&&) noexcept = default;
  TextId add(std::string_view text);  // 0 is the empty text
  std::size_t size() const { return texts_.size(); }  // ids are below it
  std::string_view at(TextId id) const { return {texts_[id].begin, texts_[id].size}; }

 private:
  struct Text {
    const char* begin = nullptr;
    std::uint32_t size = 0;
    std::uint32_t hash = 0;  // so that the table grows without reading the texts again
  };
  const char* keep(std::string_view text);
  void grow();

  std::vector<Text> texts_;
  std::vector<TextId> slots_;  // open addressing, a power of two; 0: free
  std::vector<std::unique_ptr<char[]>> blocks_;
  std::size_t free_ = 0;  // bytes left at the end of the last block
  char* next_ = nullptr;
};

}  // namespace sluice::gate
