namespace std { void *malloc(unsigned long size); }
struct Item { int value; void set(int); };

int makes() {
  auto *first = static_cast<Item *>(std::malloc(sizeof(Item)));
  // ruleid: clang-unchecked-allocation
  first->value = 1;
  if (auto *second = static_cast<Item *>(std::malloc(sizeof(Item)))) {
    // ok: clang-unchecked-allocation
    second->value = 2;
  }
  auto *third = static_cast<Item *>(std::malloc(sizeof(Item)));
  if (third == nullptr) throw 1;
  // ok: clang-unchecked-allocation
  third->set(3);
  auto *fourth = static_cast<Item *>(std::malloc(sizeof(Item)));
  // ruleid: clang-unchecked-allocation
  fourth->set(4);
  auto *fifth = new Item;
  // ok: clang-unchecked-allocation
  fifth->set(5);
  return first->value;
}
