// analyzers/flow/model_reader.h - one file of library models: YAML in, Models' parts out.
//
// Not here: how they are found (models.h). The form of the files: docs/library-models.md.
#pragma once
#include <deque>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "analyzers/flow/models.h"

namespace sluice::flow {

// Keeps texts, each once. A view stays good as long as the pool.
class TextPool {
 public:
  std::string_view keep(std::string_view text);

 private:
  std::deque<std::string> texts_;
  std::unordered_set<std::string_view> known_;
};

struct TypeModel {
  std::string_view name;
  std::vector<std::string_view> supertypes;
};

// A package or type that has another name as well: `jakarta.servlet` is `javax.servlet`.
struct TypeAlias {
  std::string_view name, known_as;
};

struct ModelFile {
  std::vector<TypeModel> types;  // each as often as a file speaks of it
  std::vector<Model> models;
  std::vector<EntryPoint> entry_points;
  std::vector<TypeAlias> aliases;
};

// The texts of what is returned are kept in `pool`.
Result<ModelFile> parse_model_file(std::string_view name, std::string_view text, TextPool& pool);

}  // namespace sluice::flow
