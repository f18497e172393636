#include "codec/metadata.h"

#include <cstdio>
#include <cstring>

namespace codec {

// Weak: a title of 64 characters or more runs over the end (CWE-120).
void set_title(Metadata& out, const char* tag) {
  strcpy(out.title, tag);
}

// Safe twin: bounded, and always ended by a zero byte.
void set_artist(Metadata& out, const char* tag) {
  std::snprintf(out.artist, sizeof out.artist, "%s", tag);
}

// Weak: the format comes from a settings file; %n and %s in it write and read memory (CWE-134).
void print_metadata(const Metadata& metadata, const char* format) {
  std::printf(format, metadata.title, metadata.artist);
}

// Safe twin: the format is a literal.
void print_title(const Metadata& metadata) {
  std::printf("%s\n", metadata.title);
}

}  // namespace codec
