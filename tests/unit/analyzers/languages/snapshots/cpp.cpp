using std::string;
namespace a::b {
template <typename T>
class Box : public Base<T> {
 public:
  Box(int n) : size_(n) {}
  virtual ~Box() = default;
 private:
  int size_ = 0;
};
}
int run(const string& s) {
  string copy(s);
  auto p = std::make_unique<Box<int>>(1);
  for (auto& x : list) std::cout << x << static_cast<int>(x);
  try { delete p->get(); } catch (const std::exception& e) { throw; }
  return [&](int n) -> int { return n; }(2);
}
