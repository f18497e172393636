// gate/report_archive.h - reports that come as a zip file: one export in several files.
//
// Nothing is written to disk and no name of a member is used as a path. What an archive may do
// is bounded: members, bytes when unpacked, and how far a member may grow; what lies about its
// size or checksum, is encrypted or packed in another way than deflate is refused.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace sluice::gate {

struct ArchiveMember {
  std::string name;  // as the archive has it, to be shown
  std::string bytes;
};

bool is_zip(std::string_view bytes);

// Its files in their order; folders and what operating systems add ("__MACOSX/") are passed over.
Result<std::vector<ArchiveMember>> read_zip(const std::string& file, std::string_view bytes);

}  // namespace sluice::gate
