// analyzers/flow/engine/template_index.h - which template of the program a name means that code gives to
// a framework: `posts/show`, `users.list`, `@App/mail.html.twig`, `~/Views/Home/Index.cshtml`.
//
// As with modules nobody says where templates are looked for: a name means the files whose path ends so,
// with or without endings, and without the underscore of a partial.
#pragma once
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "analyzers/flow/engine/value.h"

namespace sluice::flow {

class TemplateIndex {
 public:
  // `plain`: the same without what the engine escapes by itself; not valid where it always does.
  struct Page {
    std::string path;
    ProgramFunctionId code, plain;
  };
  void add(Page page);
  bool empty() const { return pages_.empty(); }

  // The page; null for none. Of several: one in a folder called `folder`, if that is not empty, then the one
  // nearest to `from`, the file that names it.
  const Page* find(std::string_view name, std::string_view folder, std::string_view from) const;

 private:
  std::vector<Page> pages_;
  std::unordered_map<std::string, std::vector<std::size_t>> by_stem_;  // the file's name to its first dot
};

}  // namespace sluice::flow
