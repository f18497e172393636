// codec/metadata.h - what stands in the head of a media file.
#pragma once
#include <cstddef>
#include <string>

namespace codec {

struct Metadata {
  char title[64];
  char artist[64];
};

// Fills `out` from the tag text of a file; `tag` ends in a zero byte.
void set_title(Metadata& out, const char* tag);
void set_artist(Metadata& out, const char* tag);

void print_metadata(const Metadata& metadata, const char* format);
void print_title(const Metadata& metadata);

}  // namespace codec
