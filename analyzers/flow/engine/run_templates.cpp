// Calls that make a page of a template: the template's own code is called, with what the call gives.
#include <algorithm>

#include "analyzers/flow/engine/run.h"
#include "analyzers/flow/engine/solver.h"

namespace sluice::flow {
namespace {

// Frameworks look for the templates of `HomeController` in `Home`, for those of `PostsController` in `posts`.
std::string folder_of_class(std::string_view name) {
  constexpr std::string_view kSuffixes[] = {"Controller", "PageModel", "Model"};
  std::string folder(last_part(name));
  for (std::string_view suffix : kSuffixes)
    if (folder.size() > suffix.size() && folder.ends_with(suffix)) {
      folder.resize(folder.size() - suffix.size());
      break;
    }
  return folder;
}

// `UserProfiles` is `user_profiles`.
std::string with_underscores(std::string_view name) {
  std::string out;
  for (std::size_t i = 0; i < name.size(); ++i) {
    bool is_upper = name[i] >= 'A' && name[i] <= 'Z';
    bool is_begin = is_upper && i > 0 && !(name[i - 1] >= 'A' && name[i - 1] <= 'Z');
    if (is_begin) out += '_';
    out += static_cast<char>(is_upper ? name[i] - 'A' + 'a' : name[i]);
  }
  return out;
}

}  // namespace

// The pages that are meant, by the names that are known.
std::vector<const TemplateIndex::Page*> Run::pages_of(const ModelRender& render, const CallParts& parts, ValueRef result) {
  std::vector<std::string> names;
  std::string folder = owner_.valid() ? folder_of_class(program_.text(program_.class_of(owner_).name)) : std::string();
  if (language_ == Language::Ruby) folder = with_underscores(folder);
  if (!render.page) {
    if (!folder.empty() && function_.name.valid()) names.push_back(folder + "/" + std::string(text(function_.name)));
    // The class of a Razor page is called as its page.
    if (!folder.empty() && language_ == Language::CSharp) names.push_back(folder);
  } else {
    ValueRef page = slot_value(*render.page, parts, result);
    note_wanted(page);
    for (Symbol constant : values_[page].constants)
      if (Known known = parse_known(program_.text(constant)); known.type == Known::Type::Text) names.push_back(known.text);
  }
  std::vector<const TemplateIndex::Page*> pages;
  for (const std::string& name : names) {
    const TemplateIndex::Page* page = program_.templates().find(name, folder, file_.header.path);
    if (page && std::ranges::find(pages, page) == pages.end()) pages.push_back(page);
    if (page && !render.page) break;
  }
  return pages;
}

// What names in the template mean.
ValueRef Run::page_context(const ModelRender& render, const CallParts& parts, ValueRef result) {
  ValueRef named = object_value(make(parts.step, 0xe00, {}, false)), context = named;
  auto add_parameters = [&](const Slot& slot) {
    for (std::uint32_t i = slot.number; i < function_.parameters.size() && (slot.and_later || i == slot.number); ++i)
      context = values_.unite(context, object_value(objects_.add({.kind = Object::Kind::Parameter, .number = i, .detail = 0, .parent = {}, .key = {}, .type = {}})));
  };
  for (const ModelRender::Given& given : render.given) {
    if (given.what == ModelRender::Given::What::Keywords) {
      for (std::size_t i = 0; parts.call && i < parts.arguments.size(); ++i) {
        const Argument& argument = parts.call->arguments[i];
        if (argument.keyword.valid()) write(named, program_.symbol(file_, argument.keyword), parts.arguments[i]);
        else if (argument.is_spread) context = values_.unite(context, parts.arguments[i]);
      }
    } else if (given.what == ModelRender::Given::What::Value && given.at.base == SlotBase::Parameter) {
      add_parameters(given.at);
    } else if (given.what == ModelRender::Given::What::Value) {
      ValueRef value = slot_value(given.at, parts, result);
      if (!given.name.empty()) write(named, program_.symbol(given.name), value);
      else context = values_.unite(context, value);
    }
  }
  return context;
}

bool Run::renders_plainly(const ModelRender& render, const CallParts& parts, ValueRef result) {
  if (!render.setting) return render.plain == ModelRender::Plain::Always;
  ValueRef setting = slot_value(*render.setting, parts, result);
  std::optional<bool> truth = setting == kNothing ? std::nullopt : truth_of(setting);
  if (render.plain == ModelRender::Plain::If) return truth == std::optional(true);
  return truth == std::optional(false) || (render.plain == ModelRender::Plain::Unless && setting == kNothing);
}

bool Run::render(const ModelRender& render, const CallParts& given, ValueRef result) {
  if (program_.templates().empty()) return false;
  std::vector<const TemplateIndex::Page*> pages = pages_of(render, given, result);
  if (pages.empty()) return false;
  CallParts parts = given;
  if (parts.receiver == kNothing && owner_.valid()) parts.receiver = self();  // `View()` for `this.View()`
  bool gives_self = std::ranges::any_of(render.given, [](const ModelRender::Given& each) { return each.what == ModelRender::Given::What::Self; });
  CallParts inner{.step = parts.step, .arguments = {}, .plain_arguments = {page_context(render, parts, result)}};
  for (std::uint32_t i = 0; i < pages.size(); ++i) {
    ProgramFunctionId code = pages[i]->plain.valid() && renders_plainly(render, parts, result) ? pages[i]->plain : pages[i]->code;
    apply(inner, {.function = code, .self = gives_self ? self() : kNothing, .closure = {}}, 0x500 + i);
  }
  return true;
}

}  // namespace sluice::flow
