// What the programs here talk to.
#pragma once
#include <string>

std::string source();
std::string clean(const std::string& text);
void sink(const std::string& text);
