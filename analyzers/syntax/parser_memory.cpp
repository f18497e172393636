#include "analyzers/syntax/parser_memory.h"

#include <malloc.h>
#include <tree_sitter/api.h>

#include <array>
#include <cstddef>
#include <cstdlib>
#include <cstring>
#include <new>
#include <utility>

namespace sluice {
namespace {

// The sizes that glibc's malloc gives: 24, 40, 56 ...
constexpr std::size_t kSmallest = 24, kStep = 16;
constexpr std::size_t kClasses = 64;         // larger pieces are rare and go straight to malloc
constexpr std::size_t kMostKept = 16 << 20;  // bytes a thread keeps

constexpr std::size_t bytes_of(std::size_t size_class) { return kSmallest + size_class * kStep; }
constexpr std::size_t class_for(std::size_t size) { return size <= kSmallest ? 0 : (size - kSmallest + kStep - 1) / kStep; }

struct Piece {
  Piece* next;
};

// Trivial, so that it may be asked to the thread's very end.
struct Kept {
  std::array<Piece*, kClasses> by_class{};  // pieces of bytes_of(class) at least
  std::size_t bytes = 0;
  bool may_grow = false;  // from the thread's first piece until its end
};
constinit thread_local Kept kept;

struct FreeAtEnd {
  FreeAtEnd() { kept.may_grow = true; }
  ~FreeAtEnd() {
    kept.may_grow = false;
    for (Piece*& piece : kept.by_class)
      while (piece) std::free(std::exchange(piece, piece->next));
  }
};

// tree-sitter does not look whether it got memory.
void* or_abort(void* memory) {
  if (!memory) std::abort();
  return memory;
}

void* allocate(std::size_t size) {
  const std::size_t at = class_for(size);
  if (at >= kClasses) return or_abort(std::malloc(size));
  Piece* piece = kept.by_class[at];
  if (!piece) {
    thread_local FreeAtEnd free_at_end;
    return or_abort(std::malloc(bytes_of(at)));
  }
  kept.by_class[at] = piece->next;
  kept.bytes -= bytes_of(at);
  return piece;
}

void* allocate_zeroed(std::size_t count, std::size_t size) {
  if (count != 0 && size > bytes_of(kClasses) / count) return or_abort(std::calloc(count, size));
  return std::memset(allocate(count * size), 0, count * size);
}

void release(void* memory) {
  if (!memory) return;
  const std::size_t size = malloc_usable_size(memory);
  if (size < kSmallest || size >= bytes_of(kClasses) || kept.bytes >= kMostKept || !kept.may_grow) return std::free(memory);
  const std::size_t at = (size - kSmallest) / kStep;
  kept.by_class[at] = new (memory) Piece{kept.by_class[at]};
  kept.bytes += bytes_of(at);
}

void* reallocate(void* memory, std::size_t size) { return or_abort(std::realloc(memory, size == 0 ? 1 : size)); }

}  // namespace

void use_parser_memory() { ts_set_allocator(allocate, allocate_zeroed, reallocate, release); }

}  // namespace sluice
