// analyzers/syntax/embedded_parts.h - the finders behind embedded.h, one for each sort of file.
#pragma once
#include <string_view>
#include <vector>

#include "analyzers/syntax/embedded.h"

namespace sluice {

// Scripts, event handlers and `javascript:` links of a page.
void find_scripts(const Unit& page, std::vector<EmbeddedPart>& parts);
// Steps of workflows: GitHub and Azure (`steps:` with `run`, `script`, `bash`, `pwsh`), CircleCI
// (`run: {command: ...}`), GitLab and Travis (`script`, `before_script`, `after_script`).
// https://docs.github.com/actions/reference/workflow-syntax-for-github-actions
// https://docs.gitlab.com/ee/ci/yaml/#script
void find_steps(const Unit& workflow, std::vector<EmbeddedPart>& parts);

// `ranges` without each piece of `text` from `open` to `close`; an `open` without a `close` stays.
std::vector<ByteRange> without(std::string_view text, const std::vector<ByteRange>& ranges, std::string_view open, std::string_view close);

}  // namespace sluice
