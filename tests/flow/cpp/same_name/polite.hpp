#pragma once
#include <string>

namespace polite {
std::string answer(const std::string& question);
}
