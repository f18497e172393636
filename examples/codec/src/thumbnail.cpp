#include "codec/thumbnail.h"

#include <cstdlib>
#include <cstring>
#include <string>

namespace codec {

// Weak: when there is no memory the old block is lost (CWE-401).
bool grow_frame(Frame& frame, std::size_t size) {
  frame.pixels = static_cast<std::uint8_t*>(realloc(frame.pixels, size));
  if (frame.pixels == nullptr) return false;
  frame.size = size;
  return true;
}

// Safe twin: the old block stays reachable until the new one is there.
bool grow_frame_keeping_old(Frame& frame, std::size_t size) {
  void* grown = realloc(frame.pixels, size);
  if (grown == nullptr) return false;
  frame.pixels = static_cast<std::uint8_t*>(grown);
  frame.size = size;
  return true;
}

// Weak: malloc may give nothing, and memset then writes at address zero (CWE-690).
std::uint8_t* blank_row(std::size_t width) {
  auto* row = static_cast<std::uint8_t*>(malloc(width));
  memset(row, 0, width);
  return row;
}

// Safe twin: looked at before use.
std::uint8_t* blank_row_or_null(std::size_t width) {
  auto* row = static_cast<std::uint8_t*>(malloc(width));
  if (row == nullptr) return nullptr;
  memset(row, 0, width);
  return row;
}

// Weak: the path of an uploaded file becomes part of a shell line (CWE-78).
int open_in_viewer(const char* path) {
  const std::string line = std::string("shelf-viewer ") + path;
  return system(line.c_str());
}

// Safe twin: the line is a literal.
int open_licence_text() {
  return system("shelf-viewer /usr/share/mediashelf/LICENCE.txt");
}

}  // namespace codec
