// codec/thumbnail.h - a small picture of a frame.
#pragma once
#include <cstddef>
#include <cstdint>

namespace codec {

struct Frame {
  std::uint8_t* pixels = nullptr;
  std::size_t size = 0;
};

bool grow_frame(Frame& frame, std::size_t size);
bool grow_frame_keeping_old(Frame& frame, std::size_t size);

std::uint8_t* blank_row(std::size_t width);
std::uint8_t* blank_row_or_null(std::size_t width);

int open_in_viewer(const char* path);
int open_licence_text();

}  // namespace codec
