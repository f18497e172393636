template <typename T> concept Number = std::integral<T> || requires(T t) { { t + 1 } -> std::same_as<T>; typename T::type; requires sizeof(T) > 1; };
template <Number T> T twice(T x) requires std::copyable<T> { before(1); return x * 2; }
auto add(Number auto a, auto b) { return a + b; }
void run() {
  auto f = []<typename T>(T x) requires Number<T> { return x; };
  after(1);
}
