#pragma once
#include <string>

namespace rude {
std::string answer(const std::string& question);
}
