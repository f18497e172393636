#include "base/build_id.h"

#include <elf.h>
#include <link.h>

#include <cstring>
#include <string_view>

namespace sluice {
namespace {

constexpr std::size_t aligned(std::size_t size) { return (size + 3) & ~std::size_t{3}; }

// A segment of notes: each a header, a name and a descriptor, both padded to four bytes.
std::string build_id_in(std::string_view notes) {
  ElfW(Nhdr) head;
  while (notes.size() >= sizeof head) {
    std::memcpy(&head, notes.data(), sizeof head);
    std::size_t name = sizeof head, descriptor = name + aligned(head.n_namesz), end = descriptor + aligned(head.n_descsz);
    if (end > notes.size()) return {};
    bool is_gnu = notes.substr(name, head.n_namesz) == std::string_view(ELF_NOTE_GNU, sizeof ELF_NOTE_GNU);
    if (is_gnu && head.n_type == NT_GNU_BUILD_ID) return std::string(notes.substr(descriptor, head.n_descsz));
    notes.remove_prefix(end);
  }
  return {};
}

int visit_program(dl_phdr_info* object, std::size_t, void* out) {
  for (int i = 0; i < object->dlpi_phnum; ++i) {
    const ElfW(Phdr)& segment = object->dlpi_phdr[i];
    if (segment.p_type != PT_NOTE) continue;
    std::string id = build_id_in({reinterpret_cast<const char*>(object->dlpi_addr + segment.p_vaddr), segment.p_memsz});
    if (!id.empty()) *static_cast<std::string*>(out) = id;
  }
  return 1;  // the program itself comes first, and no library is asked
}

}  // namespace

std::string build_id() {
  std::string id;
  dl_iterate_phdr(visit_program, &id);
  return id;
}

}  // namespace sluice
