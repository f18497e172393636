#include "analyzers/flow/engine/entry_points.h"

#include <algorithm>

namespace sluice::flow {
namespace {

// An annotation or decorator as it is written, with imports resolved.
std::string attribute_name(const Unit& unit, NodeId attribute) {
  NodeId name = unit.child(attribute, Role::Name);
  if (!name.valid()) return {};
  if (NameId known = unit.canonical(name); known.valid()) return with_dots(unit.names().text(known));
  return with_dots(unit.code(name));
}

// `flask.Flask.route` is `app.route` in a file that names flask: what `app` is, nobody says.
bool is_that_attribute(const Unit& unit, std::string_view found, std::string_view wanted) {
  if (found.empty()) return false;
  std::string dotted = with_dots(wanted);
  if (common_parts(found, dotted) > 0 && (found.find('.') != std::string_view::npos || last_part(dotted) == found)) {
    std::string_view package = std::string_view(dotted).substr(0, dotted.find('.'));
    return found == dotted || found.find('.') != std::string_view::npos || unit.source_text().find(package) != std::string_view::npos;
  }
  bool is_on_object = found.find('.') != std::string_view::npos && last_part(found) == last_part(dotted);
  std::string_view package = std::string_view(dotted).substr(0, dotted.find('.'));
  return is_on_object && unit.source_text().find(package) != std::string_view::npos;
}

// The annotation of that name; not valid without.
NodeId attribute_of(const Unit& unit, NodeId declaration, std::string_view wanted) {
  for (NodeId child : unit.children(declaration))
    if (unit.node(child).kind == Kind::Attribute && is_that_attribute(unit, attribute_name(unit, child), wanted)) return child;
  return {};
}

// `@app.route("/a/<int:b>")`
std::string route_text_of(const Unit& unit, NodeId attribute) {
  NodeId list = unit.child(attribute, Role::Arguments);
  NodeId first = list.valid() ? unit.first_child(list) : NodeId{};
  return first.valid() && unit.node(first).kind == Kind::String ? std::string(unit.text(first)) : std::string();
}

// The path, when nothing in it is left open.
std::string route_of(const std::string& text) { return text.starts_with('/') && text.find_first_of("<{:*(") == std::string::npos ? text : std::string(); }

bool inherits(const Program& program, Language language, ClassId owner, std::string_view name) {
  return std::ranges::any_of(program.library_types(owner), [&](Symbol type) {
    return program.models().is_a(language, program.text(type), name) || with_dots(program.text(type)) == with_dots(name) || last_part(with_dots(program.text(type))) == last_part(with_dots(name));
  });
}

}  // namespace

EntryPoints::EntryPoints(const Program& program) {
  for (std::uint32_t i = 0; i < program.function_count(); ++i)
    if (const FunctionHeader& function = program.header_of({i}); function.has_body && (!function.name.empty() || !function.entries.empty())) add(program, {i}, function);
}

void EntryPoints::add(const Program& program, ProgramFunctionId id, const FunctionHeader& function) {
  const ClassId owner = program.function(id).owner;
  const Language language = program.header(program.function(id).file).language;
  std::span<const EntryPoint> entries = program.models().entry_points(language);
  auto annotated = function.entries.begin();  // in the order of the entries
  for (std::uint32_t i = 0; i < entries.size(); ++i) {
    const EntryPoint& entry = entries[i];
    for (; annotated != function.entries.end() && annotated->entry == i; ++annotated) found_[id.index].push_back({&entry, route_of(annotated->route), annotated->route, annotated->first_parameter});
    bool is_method_of = owner.valid() && ((entry.how == EntryPoint::How::Override && std::ranges::find(entry.members, function.name) != entry.members.end()) ||
                                          (entry.how == EntryPoint::How::PublicMethod && !function.name.empty() && !function.is_hidden && !function.is_constructor));
    bool is_named = entry.how == EntryPoint::How::Function && function.name == entry.name;
    if (is_named || (is_method_of && inherits(program, language, owner, entry.name))) found_[id.index].push_back({&entry, {}, {}, 0});
  }
}

std::vector<HeaderEntry> annotated_entries(const Graph& graph, const Function& function, const Models& models) {
  std::vector<HeaderEntry> found;
  const Unit& unit = *graph.unit;
  std::span<const EntryPoint> entries = models.entry_points(unit.language());
  for (std::uint32_t entry = 0; entry < entries.size(); ++entry) {
    std::string_view name = entries[entry].name;
    if (entries[entry].how == EntryPoint::How::AnnotatedParameter) {
      for (std::uint32_t i = 0; i < function.parameters.size(); ++i)
        if (function.parameters[i].node.valid() && attribute_of(unit, function.parameters[i].node, name).valid()) found.push_back({entry, i, {}});
    } else if (entries[entry].how == EntryPoint::How::NamedParameter) {
      std::string_view package = name.substr(0, name.find('.'));
      for (std::uint32_t i = 0; i < function.parameters.size(); ++i) {
        bool is_called_so = function.parameters[i].name.valid() && graph.names.text(function.parameters[i].name) == last_part(name);
        if (is_called_so && unit.source_text().find(package) != std::string_view::npos) found.push_back({entry, i, {}});
      }
    } else if (entries[entry].how == EntryPoint::How::AnnotatedMethod) {
      if (NodeId attribute = attribute_of(unit, function.node, name); attribute.valid()) found.push_back({entry, 0, route_text_of(unit, attribute)});
    }
  }
  return found;
}

bool is_hidden(const Unit& unit, NodeId function) {
  for (NodeId child : unit.children(function)) {
    if (unit.node(child).kind != Kind::Modifier || !unit.node(child).text.valid()) continue;
    std::string_view word = unit.text(child);
    if (word == "private" || word == "protected" || word == "internal") return true;
  }
  return false;
}

std::span<const FoundEntry> EntryPoints::of(ProgramFunctionId function) const {
  auto known = found_.find(function.index);
  return known == found_.end() ? std::span<const FoundEntry>() : std::span<const FoundEntry>(known->second);
}

}  // namespace sluice::flow
