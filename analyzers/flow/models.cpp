#include "analyzers/flow/models.h"

#include <algorithm>
#include <deque>

#include "analyzers/flow/model_reader.h"
#include "base/parallel.h"
#include "base/text.h"

namespace sluice::flow {
namespace {

constexpr std::string_view kContainerWords[] = {
    "map-put",     "map-get",  "map-remove",  "keys",         "values",  "list-add", "list-insert", "list-set",
    "list-get",    "list-remove", "remove-value", "add-all",  "copy",    "clear",    "iterate",     "reorder",
    "concat",      "slice",       "splice",       "entries",  "put-pairs"};
static_assert(std::size(kContainerWords) == static_cast<std::size_t>(ContainerOp::PutPairs) + 1);

// `const std::vector<int> &` is `std::vector`, `*http.Request` is `http.Request`, `\PDO` is `PDO`.
std::string_view bare_type(std::string_view type) {
  type = trim(type);
  if (type.starts_with("const ")) type.remove_prefix(6);
  while (!type.empty() && std::string_view("*&\\ ").contains(type.front())) type.remove_prefix(1);
  type = type.substr(0, std::min(type.find('<'), type.find('[')));
  while (!type.empty() && std::string_view("*&? ").contains(type.back())) type.remove_suffix(1);
  return type;
}

// Behind the first separator (`.`, `::`, `/`, `\`); empty when there is none.
std::string_view without_first_part(std::string_view name) {
  std::size_t separator = name.find_first_of("./\\:");
  if (separator == std::string_view::npos) return {};
  std::size_t next = name.find_first_not_of("./\\:", separator);
  return next == std::string_view::npos ? std::string_view() : name.substr(next);
}

// Go's `/v5` in an import path is a version, not a package.
std::string without_version(std::string_view type) {
  std::string out;
  for (std::string_view part : split(type, '/')) {
    std::string_view name = part.substr(0, part.find('.'));
    bool is_version = name.size() >= 2 && name[0] == 'v' && name.find_first_not_of("0123456789", 1) == std::string_view::npos;
    if (is_version && !out.empty()) out += part.substr(name.size());
    else out += (out.empty() ? "" : "/") + std::string(part);
  }
  return out;
}

// `Digest::MD5` and `Twig\\Environment` with dots, as the engine spells qualified names.
std::string with_dots_between(std::string_view name) {
  std::string out;
  for (char c : name) {
    bool is_separator = std::string_view("./\\:").contains(c);
    if (!is_separator) out += c;
    else if (!out.ends_with('.')) out += '.';
  }
  return out;
}

bool is_named_member(std::string_view member) { return member != "*" && member != "new" && member != "()" && !member.starts_with("["); }

struct TypeAndMember {
  std::string_view type, member;
  friend bool operator==(const TypeAndMember&, const TypeAndMember&) = default;
};
struct HashOf {
  std::size_t operator()(const TypeAndMember& key) const {
    std::hash<std::string_view> hash;
    return hash(key.type) * 31 + hash(key.member);
  }
};

bool do_the_same(std::span<const Model> a, std::span<const Model> b) {
  auto is_alike = [](const Model& one, const Model& other) { return one.when == other.when && one.effects == other.effects; };
  return std::ranges::equal(a, b, is_alike);
}

}  // namespace

std::span<const std::string_view> container_words() { return kContainerWords; }

struct Models::OfLanguage {
  std::vector<std::unique_ptr<const TextPool>> texts;  // of each file
  std::vector<Model> models;  // sorted by type and member, then as the files have them
  std::vector<EntryPoint> entry_points;
  std::unordered_map<TypeAndMember, std::span<const Model>, HashOf> by_type;
  std::unordered_map<std::string_view, std::span<const Model>> by_member;          // empty: they do not agree
  std::unordered_map<std::string_view, std::vector<std::string_view>> supertypes;  // of every type, nearest first
  std::unordered_map<std::string_view, std::string_view> by_suffix;  // `Map.Entry` to the whole name; empty: ambiguous
  std::unordered_map<std::string, std::string_view> by_dots;  // `Digest.MD5` to the whole name `Digest::MD5`
  std::deque<std::string> dotted;  // keys of by_suffix that no text has
  std::vector<TypeAlias> aliases;

  std::string_view find_type(std::string_view written) const {
    std::string_view type = bare_type(written);
    if (auto known = supertypes.find(type); known != supertypes.end()) return known->first;
    if (auto known = by_dots.find(std::string(type)); known != by_dots.end()) return known->second;
    if (auto known = by_suffix.find(type); known != by_suffix.end()) return known->second;
    if (type.find("/v") != std::string_view::npos)
      if (auto known = supertypes.find(without_version(type)); known != supertypes.end()) return known->first;
    return find_alias(type);
  }

  // An alias is not followed twice: two that name each other end.
  std::string_view find_alias(std::string_view type) const {
    for (const TypeAlias& alias : aliases) {
      std::string_view rest = type.substr(std::min(type.size(), alias.name.size()));
      bool is_meant = type.starts_with(alias.name) && (rest.empty() || std::string_view("./\\:").contains(rest.front()));
      if (!is_meant) continue;
      auto known = supertypes.find(std::string(alias.known_as) + std::string(rest));
      if (known != supertypes.end()) return known->first;
    }
    return {};
  }

  std::span<const Model> find(std::string_view whole_type, std::string_view member) const {
    auto own = by_type.find({whole_type, member});
    if (own != by_type.end()) return own->second;
    for (std::string_view super : supertypes.at(whole_type))
      if (auto found = by_type.find({super, member}); found != by_type.end()) return found->second;
    return {};
  }
};

// Puts what the files of one language say together.
class ModelsBuilder {
 public:
  explicit ModelsBuilder(Models::OfLanguage& out) : out_(out) {}

  void add(ModelFile file, std::unique_ptr<const TextPool> texts) {
    out_.texts.push_back(std::move(texts));
    for (const TypeModel& type : file.types) {
      auto& direct = direct_[type.name];
      direct.insert(direct.end(), type.supertypes.begin(), type.supertypes.end());
    }
    std::ranges::move(file.models, std::back_inserter(out_.models));
    std::ranges::move(file.aliases, std::back_inserter(out_.aliases));
    std::ranges::move(file.entry_points, std::back_inserter(out_.entry_points));
  }

  void finish() {
    note_suffixes();
    for (const auto& [type, direct] : direct_) out_.supertypes[type] = all_supertypes(type);
    auto by_name = [](const Model& a, const Model& b) { return std::tie(a.type, a.member) < std::tie(b.type, b.member); };
    std::ranges::stable_sort(out_.models, by_name);
    index_models();
  }

 private:
  void note_suffixes() {
    for (const auto& [type, direct] : direct_) {
      if (std::string dots = with_dots_between(type); dots != type) out_.by_dots.emplace(std::move(dots), type);
      for (std::string_view suffix = without_first_part(type); !suffix.empty(); suffix = without_first_part(suffix)) {
        note_suffix(suffix, type);
        if (std::string dots = with_dots_between(suffix); dots != suffix) note_suffix(out_.dotted.emplace_back(std::move(dots)), type);
      }
    }
  }

  void note_suffix(std::string_view suffix, std::string_view type) {
    auto [known, is_new] = out_.by_suffix.emplace(suffix, type);
    if (!is_new) known->second = {};
  }

  // Level by level, each once: a circle of types ends.
  std::vector<std::string_view> all_supertypes(std::string_view type) const {
    std::vector<std::string_view> all = {type};
    for (std::size_t i = 0; i < all.size(); ++i) {
      auto direct = direct_.find(all[i]);
      if (direct == direct_.end()) continue;
      for (std::string_view super : direct->second)
        if (std::ranges::find(all, super) == all.end()) all.push_back(super);
    }
    all.erase(all.begin());
    return all;
  }

  void index_models() {
    std::span<const Model> models = out_.models;
    for (std::size_t begin = 0, end = 0; begin < models.size(); begin = end) {
      const Model& first = models[begin];
      while (end < models.size() && models[end].type == first.type && models[end].member == first.member) ++end;
      std::span<const Model> group = models.subspan(begin, end - begin);
      out_.by_type[{first.type, first.member}] = group;
      if (is_named_member(first.member)) note_member(group);
    }
  }

  void note_member(std::span<const Model> group) {
    auto [known, is_new] = out_.by_member.emplace(group[0].member, group);
    if (!is_new && !known->second.empty() && !do_the_same(known->second, group)) known->second = {};
  }

  Models::OfLanguage& out_;
  std::map<std::string_view, std::vector<std::string_view>> direct_;  // supertypes as written
};

namespace {

struct ReadFile {
  const EmbeddedFile* file;
  std::unique_ptr<TextPool> texts;  // of its own: files are read at the same time
  Result<ModelFile> result;
};

std::shared_ptr<const Models::OfLanguage> build(std::vector<ReadFile> files) {
  auto out = std::make_shared<Models::OfLanguage>();
  ModelsBuilder builder(*out);
  for (ReadFile& each : files) builder.add(*std::move(each.result), std::move(each.texts));
  builder.finish();
  return out;
}

// `java` of `models/java/strings.yaml`.
std::string_view folder_of(std::string_view path) {
  std::vector<std::string_view> parts = split(path, '/');
  return parts.size() < 2 ? std::string_view() : parts[parts.size() - 2];
}

}  // namespace

std::string_view model_folder(Language language) {
  switch (language) {
    case Language::C:
    case Language::Cpp: return "c";
    case Language::Js:
    case Language::Ts:
    case Language::Tsx: return "javascript";
    case Language::CSharp: return "csharp";
    case Language::Go: return "go";
    case Language::Java: return "java";
    case Language::Php: return "php";
    case Language::Python: return "python";
    case Language::Ruby: return "ruby";
    default: return {};
  }
}

Result<Models> load_models(std::span<const EmbeddedFile> files, std::span<const Language> languages, unsigned jobs) {
  std::map<std::string_view, std::vector<ReadFile>> by_folder;
  for (Language language : languages) by_folder.try_emplace(model_folder(language));
  by_folder.erase(std::string_view());  // of languages without models
  std::vector<ReadFile*> wanted;
  for (auto& [folder, read] : by_folder) {
    for (const EmbeddedFile& file : files)
      if (folder_of(file.path) == folder) read.push_back({&file, std::make_unique<TextPool>(), ModelFile{}});
    for (ReadFile& each : read) wanted.push_back(&each);
  }
  auto read_one = [&](std::size_t i) { wanted[i]->result = parse_model_file(wanted[i]->file->path, wanted[i]->file->bytes, *wanted[i]->texts); };
  for_each_index(wanted.size(), jobs, [&] { return read_one; });
  Errors mistakes;
  for (ReadFile* each : wanted)
    if (!each->result) mistakes.append(std::move(each->result).error());
  if (!mistakes.empty()) return std::unexpected(std::move(mistakes));
  Models::ByFolder built;
  for (auto& [folder, read] : by_folder) built.emplace(folder, build(std::move(read)));
  return Models(std::move(built));
}

const Models::OfLanguage* Models::of(Language language) const {
  auto found = by_folder_.find(model_folder(language));
  return found == by_folder_.end() ? nullptr : found->second.get();
}

std::span<const Model> Models::find(Language language, std::string_view type, std::string_view member) const {
  const OfLanguage* known = of(language);
  std::string_view whole = known ? known->find_type(type) : std::string_view();
  if (whole.empty()) return {};
  std::span<const Model> found = known->find(whole, member);
  return found.empty() ? known->find(whole, "*") : found;
}

std::span<const Model> Models::find_by_member(Language language, std::string_view member) const {
  const OfLanguage* known = of(language);
  if (!known) return {};
  auto found = known->by_member.find(member);
  return found == known->by_member.end() ? std::span<const Model>() : found->second;
}

std::span<const EntryPoint> Models::entry_points(Language language) const {
  const OfLanguage* known = of(language);
  return known ? std::span<const EntryPoint>(known->entry_points) : std::span<const EntryPoint>();
}

std::string_view Models::find_type(Language language, std::string_view type) const {
  const OfLanguage* known = of(language);
  return known ? known->find_type(type) : std::string_view();
}

std::span<const std::string_view> Models::supertypes(Language language, std::string_view type) const {
  std::string_view whole = find_type(language, type);
  if (whole.empty()) return {};
  return of(language)->supertypes.at(whole);
}

bool Models::is_a(Language language, std::string_view type, std::string_view super) const {
  std::string_view whole = find_type(language, type), wanted = find_type(language, super);
  if (whole.empty() || wanted.empty()) return false;
  std::span<const std::string_view> above = supertypes(language, whole);
  return whole == wanted || std::ranges::find(above, wanted) != above.end();
}

std::span<const Model> Models::all(Language language) const {
  const OfLanguage* known = of(language);
  return known ? std::span<const Model>(known->models) : std::span<const Model>();
}

}  // namespace sluice::flow
