#include "cli/archive_text.h"

#include <fmt/format.h>

#include "base/text.h"
#include "base/version.h"

namespace sluice::cli {

std::string archive_readme(const std::string& release, const ledger::Entry& decision) {
  return fmt::format(R"(# The decision about {0}, with all it rests on

| file | is |
| --- | --- |
| `decision.json` | the decision, as it was made; entry {1} of the ledger, {2}, by {3} |
| `manifest.json` | which file of `inputs/` had which name, with digests |
| `inputs/` | every file that was read: policy, release file, reports, checklists, answers, files of the product that a checklist looked at |
| `signoffs/` | who signed, as DSSE envelopes around in-toto statements |
| `ledger/entries.jsonl` | the ledger from the first entry about this release on; of other releases only the digests that the chain needs |

## To check it
With Sluice {4} (another version may word a decision differently, and then says so):

    sluice ledger verify ARCHIVE --allowed-signers FILE --policy FILE --as-of DATE

It follows the chain, compares every digest, makes the decision again from `inputs/` and wants the same
bytes, and verifies the signatures against the file of allowed signers that *you* trust: none is taken from here.

Without Sluice: `sha256sum` for the digests in `manifest.json`. A sign-off's payload is the base64 in its
`payload`; signed is `DSSEv1 28 application/vnd.in-toto+json LENGTH PAYLOAD`, which `ssh-keygen -Y verify -n
sluice-release-signoff` or any DSSE library checks. An entry's `content` is the SHA-256 of the texts
`sluice-ledger-entry/1`, id, kind, release, at, by, body, each written as its length in bytes, a colon, and
itself; its `hash` the same of `sluice-ledger-chain/1`, `previous`, `sequence`, `content`.
)",
                     escape_markdown(release), decision.sequence, escape_markdown(decision.at), escape_markdown(decision.by), kVersion);
}

}  // namespace sluice::cli
