#include <string>
// ruleid: cpp-class, cpp-virtual-method
class Runner : private Other, public Base {
 public:
  virtual void run(int n) { n_ = n; }

 private:
  int n_ = 0;
};
// ok: cpp-class, cpp-virtual-method
class Plain : public Base2 {
  void run(int n) {}
};

// ruleid: cpp-parameter, cpp-qualified
int open_it(int mode, std::string path) { return mode; }
// ok: cpp-parameter
int open_at(std::wstring path) { return 0; }

int main(int argc, char** argv) {
  // ruleid: cpp-qualified
  using std::string;
  // ruleid: cpp-construction
  std::ifstream in(argv[1]);
  // ok: cpp-construction
  std::ifstream other("a", 1);
  // ruleid: cpp-new, cpp-new-then-delete
  Job* job = new Job{argc};
  // ok: cpp-new
  auto task = new Task(argc);
  // ruleid: cpp-qualified
  string name(argv[1]);
  // ruleid: cpp-method
  system(name.c_str());
  // ok: cpp-method
  system("ls");
  // ruleid: cpp-template-call
  auto owner = std::make_unique<Job>(argc);
  // ruleid: cpp-template-call-open
  auto shared = std::make_shared<Job>(argc, 2);
  // ruleid: cpp-cast
  auto bytes = reinterpret_cast<char*>(job);
  // ok: cpp-cast
  auto number = static_cast<int>(argc);
  // ruleid: cpp-stream
  std::cerr << name << std::endl;
  // ruleid: cpp-try
  try { open_it(1, name); } catch (const std::exception& error) { log(error.what()); }
  // ok: cpp-try
  try { open_it(1, name); }
  // ruleid: cpp-catch-all
  catch (...) {}
  // ruleid: cpp-lambda
  auto less = [&](int a, int b) { return a < b; };
  // ok: cpp-lambda
  auto more = [=](int a, int b) { return a > b; };
  // ruleid: cpp-range-for
  for (const auto& item : items) use(item);
  // ok: cpp-range-for
  for (int i = 0; i < 3; i++) use(i);
  delete job;
  // ruleid: cpp-delete-array
  delete[] bytes;
  // ruleid: cpp-throw
  if (argc > 3) throw std::runtime_error("too many: " + name);
  // ok: cpp-throw
  throw Problem("x");
}
