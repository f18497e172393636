// gate/vex_document.h - a document of VEX statements, read and checked.
//
// A document has an author, and anybody can write a name. A signature beside it (`FILE.sig`, made by
// `ssh-keygen -Y sign -n sluice-vex FILE`) shows whose it is; whether one is wanted is the policy's to say.
//
// Not here: what its statements do (gate/vex.h).
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/time.h"
#include "gate/importer.h"
#include "gate/signature_check.h"

namespace sluice::gate {

struct VexDocument {
  std::string file, sha256, format;
  std::string author;   // "": the document does not say
  std::string subject;  // what the document is about as a whole; may be empty
  Instant time;        // of the document
  std::vector<Vulnerability> statements;
  std::string signature, signature_file, signature_sha256;  // of the file beside it; empty: there is none
  std::optional<Signer> signer;   // nothing: it has no signature that counts
  std::string signature_problem = "it has no signature";  // why; means nothing when there is a signer
};

inline constexpr std::string_view kVexNamespace = "sluice-vex";

// `tool=file` is not needed: the format is told by the content, and must be one that makes statements.
Result<VexDocument> load_vex(const std::string& path);
Result<VexDocument> to_vex(ImportedReport report);

// Sets `signer` or `signature_problem`. The document is read once more: what is signed are its bytes.
Result<void> check_signature(VexDocument& document, const SignatureCheck& check);
void refuse_signature(VexDocument& document, std::string_view why);

}  // namespace sluice::gate
