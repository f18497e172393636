// cli/kept_request.h - what the gate was asked, kept so that it can be asked again.
//
// A decision names files as the user named them, and whoever decides again, elsewhere and years
// later, must get the same bytes. So a request that is kept names files relative to the
// folder where the gate was run (`relative`), and they are laid out like that again.
#pragma once
#include <functional>
#include <string>
#include <string_view>

#include "base/result.h"
#include "cli/gate_request.h"

namespace sluice::cli {

// Calls for the name of each file; of `tool=file` for the file alone. Not for `root`, a folder.
void for_each_file(GateRequest& request, const std::function<void(std::string& file)>& call);

// The same request with the day written out and every name relative to the current folder.
GateRequest relative(const GateRequest& request, Date as_of);

std::string request_json(const GateRequest& request);
// `file` names the text in errors. Absolute names are refused.
Result<GateRequest> parse_request(const std::string& file, std::string_view json);

}  // namespace sluice::cli
