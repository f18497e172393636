#include "sarif/violation.h"

#include <algorithm>
#include <fmt/format.h>
#include <map>

namespace sluice::sarif {
namespace {

void append_token(std::string& pointer, std::string_view key) {
  pointer += '/';
  for (const char c : key) {
    if (c == '~')
      pointer += "~0";
    else if (c == '/')
      pointer += "~1";
    else
      pointer += c;
  }
}

// Walks the nodes once and gives the pointers of the wanted ones (sorted node indices).
class PointerWalk {
 public:
  PointerWalk(const json::Document& document, const std::vector<std::uint32_t>& wanted)
      : document_(document), wanted_(wanted) {}

  std::vector<std::string> run() {
    visit(document_.root());
    return std::move(pointers_);
  }

 private:
  bool holds_wanted(const json::Value& value) const {
    return at_ < wanted_.size() && wanted_[at_] < document_.nodes()[value.index()].next;
  }

  // Recursion is as deep as the document, which the parser bounds.
  void visit(const json::Value& value) {
    for (; at_ < wanted_.size() && wanted_[at_] == value.index(); ++at_) pointers_.push_back(path_);
    const std::size_t length = path_.size();
    std::size_t index = 0;
    for (const json::Value item : value.items()) {
      if (holds_wanted(item)) {
        path_ += '/' + std::to_string(index);
        visit(item);
        path_.resize(length);
      }
      ++index;
    }
    for (const json::Pair pair : value.pairs()) {
      if (!holds_wanted(pair.value)) continue;
      append_token(path_, pair.key.text());
      // A rule may point at the key: that is the member, too.
      for (; at_ < wanted_.size() && wanted_[at_] == pair.key.index(); ++at_) pointers_.push_back(path_);
      visit(pair.value);
      path_.resize(length);
    }
  }

  const json::Document& document_;
  const std::vector<std::uint32_t>& wanted_;
  std::size_t at_ = 0;
  std::string path_;
  std::vector<std::string> pointers_;
};

}  // namespace

void ViolationSink::add(std::string_view id, Level level, const json::Value& at, std::string message) {
  raw_.push_back({at.index(), std::string(id), level, std::move(message)});
}

void ViolationSink::drop_excess() {
  std::map<std::string, std::size_t> count, kept;
  for (const Raw& raw : raw_) ++count[raw.id];
  std::erase_if(raw_, [&](Raw& raw) {
    const std::size_t number = ++kept[raw.id];
    if (number == kMaxPerId && count[raw.id] > kMaxPerId)
      raw.message += fmt::format("; {} more of this kind are not shown", count[raw.id] - kMaxPerId);
    return number > kMaxPerId;
  });
}

std::vector<Violation> ViolationSink::take() && {
  std::ranges::stable_sort(raw_, {}, &Raw::node);
  drop_excess();
  std::vector<std::uint32_t> nodes;
  for (const Raw& raw : raw_) nodes.push_back(raw.node);
  const std::vector<std::string> pointers = PointerWalk(document_, nodes).run();
  std::vector<Violation> out;
  for (std::size_t i = 0; i < raw_.size(); ++i)
    out.push_back({std::move(raw_[i].id), raw_[i].level, json::Value(document_, nodes[i]).place(), pointers[i],
                   std::move(raw_[i].message)});
  return out;
}

}  // namespace sluice::sarif
