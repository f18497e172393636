// gate/identity.h - names by which the same vulnerability is known in every report.
//
// An identity is a digest over named parts: rule or vulnerability id, asset,
// component, stable place. What changes without the vulnerability changing must not
// get in: severity, description, title, line, tool version - and neither the version
// of the scanned product (a new image tag does not start the clock again) nor of the
// component (an update that is vulnerable too is no fix).
//
// The first part names the scheme and its version ("nessus/1"): a change of rules is
// a new scheme and orphans the ledger's history, so it is made only with a migration.
#pragma once
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace sluice::gate {

using IdentityParts = std::vector<std::pair<std::string, std::string>>;

// 64 hex digits. Parts are delimited by their lengths: no two lists give one text.
std::string make_identity(const IdentityParts& parts);

// The 32 bytes that an identity is the text of.
std::string identity_bytes_of(std::string_view identity);

// "pkg:deb/debian/apt@1.8?arch=amd64#sub" -> "pkg:deb/debian/apt#sub".
std::string purl_without_version(std::string_view purl);

// "registry:5000/team/app:1.2@sha256:.." -> "registry:5000/team/app".
std::string image_without_version(std::string_view image);

// A path or file URI with `/` between parts and without `./`, as text to compare and
// show: "file:///src/a%20b.c" -> "/src/a b.c", "src\\a.c" -> "src/a.c".
std::string plain_path(std::string_view path_or_uri);

}  // namespace sluice::gate
