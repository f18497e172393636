// sarif/uri.h - paths as the URI references of a log, and back.
#pragma once
#include <string>
#include <string_view>

namespace sluice::sarif {

// A path relative to the source root, with `/` or `\` between its parts, as a relative
// reference: `.` and empty segments dropped, everything but unreserved characters and a
// few harmless ones percent-encoded (also `:`, which would read as a scheme).
std::string uri_from_path(std::string_view path);
// The path of a relative reference: percent-encoding undone.
std::string path_from_uri(std::string_view uri);

}  // namespace sluice::sarif
