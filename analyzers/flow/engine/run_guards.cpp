// Tests that data must have passed on a way: `if ("../" in name) return;`.
//
// A test cleans a value of the harms that it rules out, on the way where it holds: for models' sinks, not
// for rules with patterns of their own, which name their sanitizers.
//
//   "../" in x, x.contains("..")     not there: x leads nowhere else (path)
//   "'" in x                         not there: x stays inside the quotes of a query (xpath, sql)
//   x.startswith(base)               x was normalized: it stays below (path)
//   x in [constants], x == constant  x is one of these
//   url.netloc in [constants]        whatever has the same source leads to a known host
#include <algorithm>

#include "analyzers/flow/engine/run.h"
#include "analyzers/flow/engine/solver.h"

namespace sluice::flow {
namespace {

bool is_one_of(std::string_view word, std::initializer_list<std::string_view> list) { return std::ranges::find(list, word) != list.end(); }
bool is_one_of(std::string_view word, std::span<const std::string_view> list) { return std::ranges::find(list, word) != list.end(); }

// Of C: searches that give null where nothing is found, and comparisons that give 0 where both are equal.
constexpr std::string_view kTextSearches[] = {"strstr", "strchr", "strrchr", "strcasestr", "strpbrk", "wcsstr", "wcschr", "wcsrchr"};
constexpr std::string_view kEqualTexts[] = {"strcmp", "strcasecmp", "stricmp", "_stricmp", "strcoll", "wcscmp", "wcscasecmp", "_wcsicmp", "lstrcmp", "lstrcmpi", "strncmp", "strncasecmp", "_strnicmp", "wcsncmp", "memcmp", "compare"};

// What a text without this in it cannot do.
Harms ruled_out_without(std::string_view text, bool is_of_middle) {
  if (text == ".." || text == "../" || text == "..\\" || text == "/.." || text == "/") return one(Harm::Path) | one(Harm::FileInclude) | one(Harm::FileUpload);
  if (text == "'" || text == "\"") return one(Harm::XPath) | one(Harm::Sql) | (is_of_middle ? one(Harm::Code) : 0);
  if (text == "<") return one(Harm::Xss);
  if (text == "\n" || text == "\r" || text == "\r\n") return one(Harm::Header) | one(Harm::Log) | one(Harm::MailHeader);
  return 0;
}

// Calls that give the same text in another form.
bool keeps_text(std::string_view name) {
  return is_one_of(name, {"str", "toString", "to_s", "String", "strval", "ToString", "lower", "upper", "toLowerCase", "toUpperCase", "ToLower", "ToUpper", "downcase", "strip", "trim", "Trim", "getPath", "getCanonicalPath", "getAbsolutePath", "as_posix", "string"});
}

}  // namespace

// Of what these give nothing of the text is left: how long it is, how many there are.
bool Run::is_count(std::string_view name) {
  return is_one_of(name, {"len", "length", "Length", "size", "Count", "count", "strlen", "mb_strlen", "sizeof", "LongCount", "bytesize"});
}

// What a text cannot do whatever stands behind this: lead to another host than the one that is named, or out of
// the own one.
Harms Run::ruled_out_behind(std::string_view begin) {
  for (std::string_view header : {"Location: ", "location: ", "Location:", "location:"})
    if (begin.starts_with(header)) return ruled_out_behind(begin.substr(header.size()));
  std::size_t scheme = begin.find("://"), host = scheme == std::string_view::npos ? scheme : scheme + 3;
  if (host != std::string_view::npos) {
    bool has_host = begin.find_first_of("/?#", host) != std::string_view::npos && begin.size() > host + 1 && begin[host] != '/';
    return has_host ? one(Harm::Ssrf) | one(Harm::Redirect) | one(Harm::Path) | one(Harm::FileInclude) | one(Harm::FileUpload) : 0;
  }
  bool is_other_host = begin.starts_with("//") || begin.starts_with("/\\");
  bool is_local = begin.size() > 1 && !is_other_host && begin.find(':') == std::string_view::npos && begin.find_first_of("/?#") != std::string_view::npos;
  return is_local ? one(Harm::Redirect) : 0;
}

ValueRef Run::beginning_with(ValueRef ref, Symbol begin) {
  if (!begin.valid() || ref == kNothing) return ref;
  Value value = values_[ref];
  value.begin = begin;
  return values_.add(std::move(value));
}

// `"https://host/" + x`: what stands behind a known text; of a format, behind its begin.
std::optional<ValueRef> Run::continued(ValueRef left, ValueRef right, bool is_format) {
  Symbol begin = values_[left].begin;
  if (!begin.valid()) {
    std::optional<Known> text = one_known(left);
    if (!text || text->type != Known::Type::Text) return std::nullopt;
    std::string_view all = text->text;
    if (is_format) all = all.substr(0, all.find_first_of("%{"));
    begin = program_.symbol(all);
  }
  Harms harms = ruled_out_behind(program_.text(begin));
  if (harms == 0) return std::nullopt;
  std::vector<Taint> taints = deep({left});
  unite_taints(taints, deep({right}, harms), program_.clean_sets());
  return beginning_with(unknown_with(std::move(taints), text_type()), begin);
}

// `String.format("https://host/%s", x)`
ValueRef Run::without_formatted(const CallParts& parts, ValueRef result) {
  if (!parts.call || values_[result].taints.empty() || !values_[result].objects.empty()) return result;
  std::string_view name = text(parts.call->name);
  if (!is_one_of(name, {"format", "Format", "Sprintf", "sprintf", "formatted", "concat", "Concat", "sqlite3_mprintf", "sqlite3_vmprintf"})) return result;
  // `%q` and `%Q` of SQLite escape.
  if (name == "sqlite3_mprintf" || name == "sqlite3_vmprintf") {
    std::optional<Known> own = parts.arguments.empty() ? std::nullopt : one_known(parts.arguments[0]);
    if (!own || own->type != Known::Type::Text || own->text.find("%s") != std::string::npos) return result;
    Value cleaned = values_[result];
    for (Taint& taint : cleaned.taints) taint.cleaned = program_.clean_sets().with_harms(taint.cleaned, one(Harm::Sql));
    return values_.add(std::move(cleaned));
  }
  ValueRef format = one_known(parts.receiver) ? parts.receiver : parts.arguments.empty() ? kNothing : parts.arguments[0];
  std::optional<Known> known = one_known(format);
  if (!known || known->type != Known::Type::Text) return result;
  bool is_concat = name == "concat" || name == "Concat";
  std::string_view begin = std::string_view(known->text).substr(0, is_concat ? std::string_view::npos : known->text.find_first_of("%{"));
  Harms harms = ruled_out_behind(begin);
  if (harms == 0) return result;
  Value cleaned = values_[result];
  for (Taint& taint : cleaned.taints) taint.cleaned = program_.clean_sets().with_harms(taint.cleaned, harms);
  cleaned.begin = program_.symbol(begin);
  return values_.add(std::move(cleaned));
}

// The variable whose text a value is, perhaps in another form or a piece of it.
Run::Base Run::base_of(ValueId id) const {
  Base base;
  for (int depth = 0; id.valid() && depth < 6; ++depth) {
    const Step& step = function_.steps[id.index];
    switch (step.op) {
      case Op::Load: case Op::Store:
        base.step = id;
        return base;
      case Op::Convert: id = operand_id(step, 0); break;
      case Op::Element:
        if (step.count != 2 || function_.steps[operand_id(step, 1).index].op != Op::Unknown) return {};
        base.is_piece = true;
        id = operand_id(step, 0);
        break;
      case Op::Call: {
        const Call& call = function_.calls[step.number];
        if (!keeps_text(text(call.name)) || call.arguments.size() + (call.receiver.valid() ? 1 : 0) != 1) {
          // `trim(x)`, and `x.trim()`
          bool is_method = call.receiver.valid() && call.arguments.empty() && keeps_text(text(call.name));
          if (!is_method) return {};
        }
        id = call.receiver.valid() && call.arguments.empty() ? call.receiver : call.arguments.empty() ? ValueId{} : call.arguments[0].value;
        break;
      }
      default: return {};
    }
  }
  return {};
}

void Run::clean_variable(ValueId at, Harms harms, State& state) {
  if (!at.valid() || harms == 0) return;
  const Step& step = function_.steps[at.index];
  // One whose address was taken lives in a cell.
  if (auto cell = cells_.find(alias_of(step.variable).index); cell != cells_.end()) {
    std::swap(state_, state);
    const Symbol key = program_.symbol("*");
    ValueRef value = read(cell->second, key);
    if (std::vector<Taint> taints = deep({value}, harms); !taints.empty()) write(object_value(cell->second), key, unknown_with(std::move(taints), values_[value].type));
    std::swap(state_, state);
    return;
  }
  auto place = places_.find(step.variable.index);
  if (place == places_.end()) return;
  ValueRef& value = state.variables[place->second];
  std::vector<Taint> taints = deep({value}, harms);
  if (!taints.empty()) value = unknown_with(std::move(taints), values_[value].type);
}

// All variables that hold data of the same sources.
void Run::clean_sources(ValueRef of, Harms harms, State& state) {
  std::vector<Taint> meant = deep({of});
  for (ValueRef& value : state.variables) {
    std::vector<Taint> taints = deep({value});
    bool has_any = false;
    for (Taint& taint : taints) {
      if (std::ranges::find(meant, taint.atom, &Taint::atom) == meant.end()) continue;
      taint.cleaned = program_.clean_sets().with_harms(taint.cleaned, harms);
      has_any = true;
    }
    if (has_any) value = unknown_with(std::move(taints), values_[value].type);
  }
}

// A list or map that is written out, with nothing but constants in it.
bool Run::is_fixed_list(ValueRef ref) const {
  const Value& value = values_[ref];
  if (value.is_unknown || value.objects.size() != 1 || !value.taints.empty()) return false;
  const Object& object = objects_[value.objects[0]];
  const Content& content = contents_[state_.content_of(value.objects[0])];
  if (object.kind != Object::Kind::Made || object.is_opaque || content.rest != kNothing || content.own != kNothing) return false;
  auto is_constant = [&](ValueRef each) { return !values_[each].is_unknown && values_[each].objects.empty() && values_[each].taints.empty() && !values_[each].constants.empty(); };
  if (content.is_list) return !content.elements.empty() && std::ranges::all_of(content.elements, is_constant);
  return !content.fields.empty() && !values_[content.keys].is_unknown && values_[content.keys].taints.empty();
}

bool Run::is_host(ValueId id) const {
  if (!id.valid()) return false;
  const Step& step = function_.steps[id.index];
  std::string_view name = step.op == Op::Field ? text(step.name) : step.op == Op::Call ? text(function_.calls[step.number].name) : std::string_view();
  return is_one_of(name, {"netloc", "hostname", "host", "Host", "authority", "Authority", "getHost", "getAuthority", "Hostname", "DnsSafeHost"});
}

// `needle` is, or is not, in `hay`.
void Run::refine_contained(ValueId needle, ValueId hay, bool is_in, State& state) {
  if (!needle.valid() || !hay.valid()) return;
  std::optional<Known> known = one_known(at_[needle.index]);
  if (known && known->type == Known::Type::Text && !is_in) {
    Base base = base_of(hay);
    clean_variable(base.step, ruled_out_without(known->text, base.is_piece), state);
  }
  if (is_in && is_fixed_list(at_[hay.index])) refine_one_of(needle, state);
}

// The value is one of some constants.
void Run::refine_one_of(ValueId value, State& state) {
  if (is_host(value)) return clean_sources(at_[value.index], one(Harm::Redirect) | one(Harm::Ssrf), state);
  Base base = base_of(value);
  if (!base.is_piece) clean_variable(base.step, kAllHarms, state);
}

// Whether what a search of C or C++ is compared with says that nothing was found.
bool Run::says_nowhere(std::string_view search, ValueId result) const {
  if ((language_ != Language::C && language_ != Language::Cpp) || !result.valid()) return false;
  const NodeId node = function_.steps[result.index].node;
  const std::string_view code = node.valid() ? file_.unit->code(node) : std::string_view();
  if (is_one_of(search, kTextSearches)) return is_one_of(code, {"NULL", "nullptr", "0"});
  return is_one_of(search, {"find", "rfind", "find_first_of"}) && code.ends_with("npos");
}

// `strcmp(x, "start") == 0`, `strncmp(path, "/srv/", 5) == 0`, `x.compare("start") == 0`
void Run::refine_equal_texts(const Call& call, State& state) {
  if (call.arguments.empty() || !call.arguments[0].value.valid()) return;
  const ValueId first = call.arguments[0].value;
  if (call.receiver.valid()) {
    if (one_known(at_[first.index])) refine_one_of(call.receiver, state);
    return;
  }
  if (call.arguments.size() < 2 || !call.arguments[1].value.valid()) return;
  const ValueId second = call.arguments[1].value;
  if (call.arguments.size() == 3) return refine_prefix(first, second, state);
  if (one_known(at_[second.index])) refine_one_of(first, state);
  if (one_known(at_[first.index])) refine_one_of(second, state);
}

void Run::refine_call(const Step& step, bool is_true, State& state) {
  const Call& call = function_.calls[step.number];
  std::string_view name = text(call.name);
  ValueId first = call.arguments.empty() ? ValueId{} : call.arguments[0].value, second = call.arguments.size() < 2 ? ValueId{} : call.arguments[1].value;
  bool is_method = call.receiver.valid() && call.arguments.size() == 1;
  if (is_one_of(name, {"contains", "Contains", "includes", "include?", "has", "containsKey", "ContainsKey", "key?"}) && is_method) refine_contained(first, call.receiver, is_true, state);
  if (is_one_of(name, {"str_contains", "Contains"}) && call.arguments.size() == 2) refine_contained(second, first, is_true, state);
  if (is_one_of(name, {"in_array"}) && second.valid()) refine_contained(first, second, is_true, state);
  if (is_one_of(name, {"equals", "Equals", "eql?"}) && is_method && is_true) {
    if (one_known(at_[first.index])) refine_one_of(call.receiver, state);
    if (one_known(at_[call.receiver.index])) refine_one_of(first, state);
  }
  // `strstr(x, "..")` as a truth, `!strcmp(x, "start")`
  if (is_one_of(name, kTextSearches) && call.arguments.size() == 2) refine_contained(second, first, is_true, state);
  if (is_one_of(name, kEqualTexts) && !is_true) refine_equal_texts(call, state);
  bool is_prefix_method = is_one_of(name, {"starts_with", "startswith", "startsWith", "StartsWith", "start_with?", "is_relative_to"}) && is_method;
  bool is_prefix_function = is_one_of(name, {"HasPrefix", "str_starts_with"}) && call.arguments.size() == 2;
  if (is_true && (is_prefix_method || is_prefix_function)) refine_prefix(is_prefix_method ? call.receiver : first, is_prefix_method ? first : second, state);
}

// It begins with something that is no stranger's.
void Run::refine_prefix(ValueId value, ValueId prefix, State& state) {
  if (!prefix.valid() || !values_[at_[prefix.index]].taints.empty()) return;
  std::optional<Known> known = one_known(at_[prefix.index]);
  bool has_host = known && known->type == Known::Type::Text && known->text.find("://") != std::string::npos && known->text.find('/', known->text.find("://") + 3) != std::string::npos;
  if (has_host) return clean_variable(base_of(value).step, one(Harm::Redirect) | one(Harm::Ssrf), state);
  std::vector<Taint> taints = deep({at_[value.index]});
  bool is_normal = std::ranges::all_of(taints, [&](const Taint& taint) { return program_.clean_sets().has_harm(taint.cleaned, Harm::PathClimb); });
  if (is_normal) clean_variable(base_of(value).step, one(Harm::Path) | one(Harm::FileInclude) | one(Harm::FileUpload), state);
}

// `size < most`: a number that something which is no stranger's bounds from above is no size too large.
void Run::refine_bound(std::string_view op, ValueId left, ValueId right, bool is_true, State& state) {
  const bool is_less = op == "<" || op == "<=", is_more = op == ">" || op == ">=";
  if (!is_less && !is_more) return;
  const ValueId bounded = is_less == is_true ? left : right, bound = is_less == is_true ? right : left;
  if (!values_[at_[bound.index]].taints.empty()) return;
  clean_variable(base_of(bounded).step, one(Harm::AllocationSize) | one(Harm::BufferSize), state);
}

// `x.replace("'", "&apos;")`: what was replaced is not in it any more. A path may have steps upwards again when
// they were taken out once (`....//`).
ValueRef Run::without_replaced(const CallParts& parts, ValueRef given) {
  ValueRef result = without_formatted(parts, given);
  if (!parts.call || values_[result].taints.empty()) return result;
  std::string_view name = text(parts.call->name);
  if (!is_one_of(name, {"replace", "replaceAll", "replace_all", "Replace", "ReplaceAll", "gsub", "str_replace", "tr"})) return result;
  bool is_function = !parts.call->receiver.valid() || parts.arguments.size() >= 3;  // `str_replace($from, $to, $x)`, `strings.ReplaceAll(x, from, to)`
  std::size_t from = is_function && name.starts_with("Replace") ? 1 : 0;
  if (parts.arguments.size() < from + 2) return result;
  std::optional<Known> known = one_known(parts.arguments[from]);
  if (!known || known->type != Known::Type::Text) return result;
  bool is_all = name != "replace" || (language_ != Language::Js && language_ != Language::Ts && language_ != Language::Tsx);
  Harms harms = is_all ? ruled_out_without(known->text, false) & ~(one(Harm::Path) | one(Harm::FileInclude) | one(Harm::FileUpload)) : 0;
  if (harms == 0) return result;
  Value cleaned = values_[result];
  for (Taint& taint : cleaned.taints) taint.cleaned = program_.clean_sets().with_harms(taint.cleaned, harms);
  return values_.add(std::move(cleaned));
}

void Run::refine(ValueId condition, bool is_true, State& state) {
  while (function_.steps[condition.index].op == Op::Unary && (text(function_.steps[condition.index].name) == "!" || text(function_.steps[condition.index].name) == "not")) {
    condition = function_.operands[function_.steps[condition.index].first];
    is_true = !is_true;
  }
  if (auto guards = guards_.find(condition.index); guards != guards_.end())
    for (const Guard& guard : guards->second)
      if (guard.when == is_true) clean_variable(base_of(guard.argument).step, guard.harms, state);
  refine_answer(condition, is_true, state);
  const Step& step = function_.steps[condition.index];
  if (step.op == Op::Call) return refine_call(step, is_true, state);
  if (step.op != Op::Binary || step.count != 2) return;
  std::string_view op = text(step.name);
  ValueId left = operand_id(step, 0), right = operand_id(step, 1);
  if (op == "in") refine_contained(left, right, is_true, state);
  if (op == "not in") refine_contained(left, right, !is_true, state);
  bool is_equality = is_one_of(op, {"==", "===", "is", "eq"}), is_inequality = is_one_of(op, {"!=", "!==", "is not", "ne", "<>"});
  refine_bound(op, left, right, is_true, state);
  if (!is_equality && !is_inequality && !is_one_of(op, {">=", ">", "<"})) return;
  // `x.indexOf("..") != -1`, `strpos($x, "..") !== false`
  const Step& searched = function_.steps[left.index];
  if (searched.op == Op::Call) {
    const Call& call = function_.calls[searched.number];
    std::optional<Known> with = one_known(at_[right.index]);
    const bool is_comparison = (is_equality || is_inequality) && is_one_of(text(call.name), kEqualTexts) && with && with->type == Known::Type::Whole && with->whole == 0;
    if (is_comparison && is_equality == is_true) return refine_equal_texts(call, state);
    const bool says_none = says_nowhere(text(call.name), right);
    bool is_search = is_one_of(text(call.name), {"indexOf", "IndexOf", "find", "index", "strpos", "Index", "stripos"}) && with;
    if (is_search || says_none) {
      bool is_nowhere = says_none || (with->type == Known::Type::Truth ? !with->whole : with->type == Known::Type::Whole && with->whole == -1);
      bool is_somewhere = !says_none && op == ">=" && with->type == Known::Type::Whole && with->whole == 0;
      bool is_below = !says_none && op == "<" && with->type == Known::Type::Whole && with->whole == 0;
      bool is_in = is_somewhere ? is_true : is_below ? !is_true : (is_equality == is_true) != is_nowhere;
      if (!is_nowhere && !is_somewhere && !is_below) return;
      if (call.receiver.valid() && !call.arguments.empty() && call.arguments.size() == 1) refine_contained(call.arguments[0].value, call.receiver, is_in, state);
      else if (call.arguments.size() >= 2) refine_contained(call.arguments[1].value, call.arguments[0].value, is_in, state);
      return;
    }
  }
  if (!is_equality && !is_inequality) return;
  if (is_equality != is_true) return;
  std::optional<Known> of_left = one_known(at_[left.index]), of_right = one_known(at_[right.index]);
  auto says_which = [](const std::optional<Known>& known) { return known && known->type != Known::Type::Null; };
  if (says_which(of_right)) refine_one_of(left, state);
  if (says_which(of_left)) refine_one_of(right, state);
}

}  // namespace sluice::flow
