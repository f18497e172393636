#include <cstdio>
#include <cstring>

#include "codec/metadata.h"
#include "codec/thumbnail.h"

int main(int argc, char** argv) {
  if (argc != 3 || std::strcmp(argv[1], "thumbnail") != 0) {
    std::fprintf(stderr, "usage: shelf-codec thumbnail FILE\n");
    return 2;
  }
  codec::Metadata metadata{};
  codec::set_title(metadata, argv[2]);
  codec::print_title(metadata);
  return codec::open_in_viewer(argv[2]);
}
