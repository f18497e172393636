#include "analyzers/flow/engine/entry_points.h"

#include <algorithm>

namespace sluice::flow {
namespace {

// An annotation or decorator as it is written, with imports resolved.
std::string attribute_name(const ProgramFile& file, NodeId attribute) {
  const Unit& unit = *file.unit;
  NodeId name = unit.child(attribute, Role::Name);
  if (!name.valid()) return {};
  if (NameId known = unit.canonical(name); known.valid()) return with_dots(unit.names().text(known));
  return with_dots(unit.code(name));
}

// `flask.Flask.route` is `app.route` in a file that names flask: what `app` is, nobody says.
bool is_that_attribute(const ProgramFile& file, std::string_view found, std::string_view wanted) {
  if (found.empty()) return false;
  std::string dotted = with_dots(wanted);
  if (common_parts(found, dotted) > 0 && (found.find('.') != std::string_view::npos || last_part(dotted) == found)) {
    std::string_view package = std::string_view(dotted).substr(0, dotted.find('.'));
    return found == dotted || found.find('.') != std::string_view::npos || file.unit->source_text().find(package) != std::string_view::npos;
  }
  bool is_on_object = found.find('.') != std::string_view::npos && last_part(found) == last_part(dotted);
  std::string_view package = std::string_view(dotted).substr(0, dotted.find('.'));
  return is_on_object && file.unit->source_text().find(package) != std::string_view::npos;
}

// The annotation of that name; not valid without.
NodeId attribute_of(const ProgramFile& file, NodeId declaration, std::string_view wanted) {
  for (NodeId child : file.unit->children(declaration))
    if (file.unit->node(child).kind == Kind::Attribute && is_that_attribute(file, attribute_name(file, child), wanted)) return child;
  return {};
}

// `@app.route("/a/<int:b>")`
std::string route_text_of(const ProgramFile& file, NodeId attribute) {
  NodeId list = file.unit->child(attribute, Role::Arguments);
  NodeId first = list.valid() ? file.unit->first_child(list) : NodeId{};
  return first.valid() && file.unit->node(first).kind == Kind::String ? std::string(file.unit->text(first)) : std::string();
}

// The path, when nothing in it is left open.
std::string route_of(const std::string& text) { return text.starts_with('/') && text.find_first_of("<{:*(") == std::string::npos ? text : std::string(); }

bool is_hidden(const ProgramFile& file, NodeId function) {
  for (NodeId child : file.unit->children(function)) {
    if (file.unit->node(child).kind != Kind::Modifier || !file.unit->node(child).text.valid()) continue;
    std::string_view word = file.unit->text(child);
    if (word == "private" || word == "protected" || word == "internal") return true;
  }
  return false;
}

bool inherits(const Program& program, Language language, ClassId owner, std::string_view name) {
  return std::ranges::any_of(program.library_types(owner), [&](Symbol type) {
    return program.models().is_a(language, program.text(type), name) || with_dots(program.text(type)) == with_dots(name) || last_part(with_dots(program.text(type))) == last_part(with_dots(name));
  });
}

}  // namespace

EntryPoints::EntryPoints(const Program& program) {
  for (std::uint32_t i = 0; i < program.function_count(); ++i)
    if (const Function& function = program.graph_function({i}); function.has_body && function.name.valid()) add(program, {i});
}

void EntryPoints::add(const Program& program, ProgramFunctionId id) {
  const ProgramFunction& where = program.function(id);
  const ProgramFile& file = program.file(where.file);
  const Function& function = program.graph_function(id);
  std::string_view name = file.graph->names.text(function.name);
  for (const EntryPoint& entry : program.models().entry_points(file.language)) {
    switch (entry.how) {
      case EntryPoint::How::AnnotatedParameter:
        for (std::uint32_t i = 0; i < function.parameters.size(); ++i)
          if (function.parameters[i].node.valid() && attribute_of(file, function.parameters[i].node, entry.name).valid()) found_[id.index].push_back({&entry, {}, {}, i});
        break;
      case EntryPoint::How::NamedParameter: {
        std::string_view package = entry.name.substr(0, entry.name.find('.'));
        for (std::uint32_t i = 0; i < function.parameters.size(); ++i) {
          bool is_called_so = function.parameters[i].name.valid() && file.graph->names.text(function.parameters[i].name) == last_part(entry.name);
          if (is_called_so && file.unit->source_text().find(package) != std::string_view::npos) found_[id.index].push_back({&entry, {}, {}, i});
        }
        break;
      }
      case EntryPoint::How::AnnotatedMethod:
        if (NodeId attribute = attribute_of(file, function.node, entry.name); attribute.valid()) {
          std::string route = route_text_of(file, attribute);
          found_[id.index].push_back({&entry, route_of(route), route, 0});
        }
        break;
      case EntryPoint::How::Override:
        if (where.owner.valid() && std::ranges::find(entry.members, name) != entry.members.end() && inherits(program, file.language, where.owner, entry.name)) found_[id.index].push_back({&entry, {}, {}, 0});
        break;
      case EntryPoint::How::PublicMethod:
        if (where.owner.valid() && !is_hidden(file, function.node) && inherits(program, file.language, where.owner, entry.name)) found_[id.index].push_back({&entry, {}, {}, 0});
        break;
      case EntryPoint::How::Function:
        if (name == entry.name) found_[id.index].push_back({&entry, {}, {}, 0});
        break;
    }
  }
}

std::span<const FoundEntry> EntryPoints::of(ProgramFunctionId function) const {
  auto known = found_.find(function.index);
  return known == found_.end() ? std::span<const FoundEntry>() : std::span<const FoundEntry>(known->second);
}

}  // namespace sluice::flow
