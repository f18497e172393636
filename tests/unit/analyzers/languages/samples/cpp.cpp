// A small job queue: most constructs of C++ in one file.
#include <memory>
#include "queue.hpp"

using namespace std::chrono_literals;
using std::string;
using Clock = std::chrono::steady_clock;
namespace fs = std::filesystem;

namespace jobs::detail {
enum class Color : unsigned char { Red = 1, Green };
static_assert(sizeof(Color) == 1, "small");
constexpr auto kText = R"x(raw "text")x";
inline namespace v1 {
template <typename T, int N = 4, class... Rest>
struct Slots final : public Base<T>, private virtual Other {
  T slots[N];
  static inline int count = 0, *spare{nullptr};
  unsigned bits : 3;
};
}  // namespace v1
}  // namespace jobs::detail

class Queue : public std::enable_shared_from_this<Queue> {
 public:
  explicit Queue(string name, int size = 10) noexcept : name_(std::move(name)), size_{size} {}
  Queue(const Queue&) = delete;
  virtual ~Queue() = default;
  virtual void run(int (&jobs)[3]) const = 0;
  operator bool() const { return size_ > 0; }
  Queue& operator+=(Job&& job);
  [[nodiscard]] auto size() const -> int { return size_; }
  friend std::ostream& operator<<(std::ostream& out, const Queue& queue);
  template <class F>
  void each(F&& function) {
    for (auto&& [id, job] : jobs_) std::forward<F>(function)(id, *job);
  }

 protected:
  std::map<int, std::unique_ptr<Job>> jobs_;
  mutable std::mutex lock_;

 private:
  string name_;
  int size_;
  struct { int x, y; } last_;
};

Queue& Queue::operator+=(Job&& job) {
  std::lock_guard<std::mutex> guard(lock_);
  jobs_[next_id()] = std::make_unique<Job>(std::move(job));
  return *this;
}

template <typename... Args>
requires std::is_class_v<Job>
static int sum(Args... args) { return (args + ... + 0); }

template <> int sum<int>(int a) { return a; }

int main(int argc, char** argv) try {
  string path(argv[1]), text = "a" "b";
  string copy(path);
  std::vector<int> numbers{1, 2, 0x1F, 1'000};
  Queue* queue = new Queue("main", argc), *other = new (std::nothrow) Queue{path};
  char* buffer = new char[argc * 2];
  auto limit = 10ms;
  auto less = [&, size = queue->size()](const auto& a, int b) mutable -> bool { return a.x < b && size; };
  if (auto found = find(path); found != nullptr) {
    std::cout << found->name << ::getenv("HOME") << std::endl;
  } else if (!queue) {
    throw std::runtime_error("no queue: " + path);
  }
  switch (const int mode = argc % 3; static_cast<Mode>(mode)) {
    case Mode::Fast: [[fallthrough]];
    case Mode::Slow: queue->run(numbers); break;
    default: goto done;
  }
  for (const auto& number : numbers) {
    if (number > 3) continue;
    total += number * (int)limit.count();
  }
  for (int i = 0, j = 1; i < j; i++, --j) std::printf("%d\n", i);
  while (auto* next = queue->next()) delete next;
  do {
    system(("ls " + path).c_str());
  } while (dynamic_cast<Slow*>(other) && less(*other, 'x'));
  try {
    co_await queue->later();
    co_yield Traits<Queue>::value;
    typename Traits<Queue>::type own;
  } catch (const std::exception& error) {
    std::cerr << error.what();
    throw;
  } catch (int) {
  } catch (...) {
    co_return;
  }
  int (*function)(int, char) = &sum<int>;
  decltype(path) again = argc ? path : string{};
  Queue::instance().jobs_.at(1).template get<0>();
  auto value = origin.*member;
  using Local = struct Point;
  Local origin{.x = 1, .y = 2};
  delete[] buffer;
done:
  return L'w' == U"wide"[0] || alignof(Queue) > 8;
} catch (...) {
  return 1;
}
