module;
#include <cstdio>
export module shop.orders;
import std;
export import shop.base;
int run() { before(1); return after(1); }
