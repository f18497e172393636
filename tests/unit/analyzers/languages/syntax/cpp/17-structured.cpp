#include <map>
namespace a::b::c { inline int x = before(1); }
template <auto N, typename... T> constexpr auto sum(T... t) { return (t + ... + N); }
void run(std::map<int, int>& m) {
  for (auto& [key, value] : m)
    if (auto it = m.find(key); it != m.end()) { }
  if constexpr (sizeof(int) > 2) { }
  [[maybe_unused]] auto f = [*this, &m, y = 1]() mutable noexcept -> int { return y; };
  auto deduced = std::pair{1, 2.0};
  after(1);
}
