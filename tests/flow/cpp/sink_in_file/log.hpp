#pragma once
#include <string>

namespace logging {
void warn(const std::string& text);
void warn_quietly(const std::string& text);
}  // namespace logging
