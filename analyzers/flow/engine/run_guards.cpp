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
//   /^[a-z]+$/.test(x)               x has only these characters (alphabet.h)
//   typeof x === "string"            x holds no operators of a query (nosql)
#include <algorithm>

#include "analyzers/flow/engine/alphabet.h"
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
  // Rails: `user_path(id)` is a path of this site.
  if (language_ == Language::Ruby && !parts.call->receiver.valid() && (name.ends_with("_path") || name.ends_with("_url"))) return unknown_with(deep({result}, one(Harm::Redirect)), text_type());
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
  // `%d` alone: numbers are put in.
  if (!is_concat && known->text.find('%') != std::string::npos) {
    bool has_only_numbers = true;
    for (std::size_t at = known->text.find('%'); at != std::string::npos; at = known->text.find('%', at + 2)) {
      std::size_t end = known->text.find_first_not_of("0123456789.+- '$,", at + 1);
      has_only_numbers &= end != std::string::npos && std::string_view("dufiFeExXoc%").find(known->text[end]) != std::string_view::npos;
    }
    if (has_only_numbers) return unknown_with(deep({result}, kAllHarms), text_type());
  }
  std::string_view begin = std::string_view(known->text).substr(0, is_concat ? std::string_view::npos : known->text.find_first_of("%{"));
  Harms harms = ruled_out_behind(begin);
  if (harms == 0) return result;
  Value cleaned = values_[result];
  for (Taint& taint : cleaned.taints) taint.cleaned = program_.clean_sets().with_harms(taint.cleaned, harms);
  cleaned.begin = program_.symbol(begin);
  return values_.add(std::move(cleaned));
}

// A text holds no operators of a query, and a number or a truth nothing at all.
void Run::refine_type(ValueId value, std::string_view type, State& state) {
  if (type == "string" || type == "String") clean(base_of(value), one(Harm::NoSql), state);
  if (is_one_of(type, {"number", "boolean", "Integer", "Numeric", "bigint"})) clean(base_of(value), kAllHarms, state);
}

// A test with a regular expression; false when it is none.
bool Run::refine_pattern(const Step& test, bool is_matched, State& state) {
  ValueId subject;
  Harms harms = 0;
  if (test.op == Op::Call) {
    harms = ruled_out_by_pattern(function_.calls[test.number], subject);
  } else if (test.op == Op::Binary && test.count == 2 && is_one_of(text(test.name), {"=~", "!~"})) {
    bool is_left = one_known(operand(test, 0)).has_value();
    subject = operand_id(test, is_left ? 1 : 0);
    harms = ruled_out_by_match(operand_id(test, is_left ? 0 : 1), "match");
    is_matched = is_matched == (text(test.name) == "=~");
  }
  if (!subject.valid()) return false;
  Base base = base_of(subject);
  if (is_matched && !base.is_piece) clean(base, harms, state);
  return true;
}

// `re.test(x)`, `x.match(re)`, `preg_match(re, x)`, `Regex.IsMatch(x, re)`: what is tested, and what of it a match rules out.
Harms Run::ruled_out_by_pattern(const Call& call, ValueId& subject) {
  std::string_view name = text(call.name);
  if (!is_one_of(name, {"test", "exec", "match", "match?", "matches", "fullmatch", "preg_match", "MatchString", "IsMatch", "search"})) return 0;
  std::vector<ValueId> given;
  if (call.receiver.valid()) given.push_back(call.receiver);
  for (const Argument& argument : call.arguments)
    if (argument.value.valid()) given.push_back(argument.value);
  for (ValueId each : given) {
    if (!one_known(at_[each.index])) continue;
    std::optional<Known> known = one_known(at_[each.index]);
    if (known->type != Known::Type::Text) continue;
    for (ValueId other : given)
      if (other != each && !one_known(at_[other.index]) && !deep({at_[other.index]}).empty()) {
        subject = other;
        return ruled_out_by_match(each, name);
      }
  }
  return 0;
}

Harms Run::ruled_out_by_match(ValueId regex, std::string_view test) const {
  std::optional<Known> known = regex.valid() ? one_known(at_[regex.index]) : std::nullopt;
  if (!known || known->type != Known::Type::Text) return 0;
  std::string_view code = known->text;
  RegexReading how;
  how.are_anchors_of_lines = language_ == Language::Ruby;
  how.is_bound = test == "fullmatch" || test == "matches";
  how.is_bound_front = language_ == Language::Python && test == "match";
  if (test == "preg_match") {
    if (code.size() < 2) return 0;
    const char open = code[0], close = open == '(' ? ')' : open == '{' ? '}' : open == '[' ? ']' : open;
    std::size_t end = code.rfind(close);
    if (end == 0 || end == std::string_view::npos || code.substr(end).find('m') != std::string_view::npos) return 0;
    code = code.substr(1, end - 1);
  }
  // `^/(?!/)`: a path of this site.
  bool is_local = false;
  for (std::string_view begin : {"^\\/(?!\\/)", "^/(?!/)", "^\\/[^\\/", "^/[^/", "\\A/[^/", "\\A\\/[^\\/", "^\\/[\\w", "^\\/[a-z", "^/[a-z", "^\\/\\w"}) is_local |= code.starts_with(begin);
  std::optional<Alphabet> alphabet = alphabet_of_matching(code, how);
  return (is_local ? one(Harm::Redirect) : 0) | (alphabet ? ruled_out_by(*alphabet) | one(Harm::TrustBoundary) : 0);
}

// By the variable, or by the place that is no variable.
void Run::clean(const Base& base, Harms harms, State& state) {
  if (base.step.valid()) clean_variable(base.step, harms, state);
  else note_tested(base.place, harms, state);
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
  // A variable of a file's own code is kept for other files.
  if (const Variable& variable = file_.graph->variables[step.variable.index]; variable.owner == local_ && file_.variables[step.variable.index] != kOwn) {
    std::swap(state_, state);
    const ObjectId frame = frame_of(local_);
    const Symbol key = program_.variable_symbol(file_, step.variable);
    ValueRef value = read(frame, key);
    if (std::vector<Taint> taints = deep({value}, harms); !taints.empty()) write(object_value(frame), key, unknown_with(std::move(taints), values_[value].type));
    std::swap(state_, state);
    return;
  }
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

bool Run::is_host(ValueId id, int depth) const {
  if (!id.valid() || depth > 2) return false;
  const Step& step = function_.steps[id.index];
  // A variable that was given one, and nothing else.
  if (step.op == Op::Load && step.variable.valid()) {
    bool is_given = false;
    for (const Step& each : function_.steps)
      if (each.op == Op::Store && each.variable == step.variable) {
        if (!is_host(operand_id(each, 0), depth + 1)) return false;
        is_given = true;
      }
    return is_given;
  }
  // `parse_url($url, PHP_URL_HOST)`
  if (step.op == Op::Call && text(function_.calls[step.number].name) == "parse_url") return file_.unit->code(step.node).find("PHP_URL_HOST") != std::string_view::npos;
  if (step.op == Op::Element && step.count == 2) {
    std::optional<Known> key = one_known(at_[operand_id(step, 1).index]);
    return key && key->type == Known::Type::Text && key->text == "host";
  }
  std::string_view name = step.op == Op::Field ? text(step.name) : step.op == Op::Call ? text(function_.calls[step.number].name) : std::string_view();
  return is_one_of(name, {"netloc", "hostname", "host", "Host", "authority", "Authority", "getHost", "getAuthority", "Hostname", "DnsSafeHost"});
}

// `needle` is, or is not, in `hay`.
void Run::refine_contained(ValueId needle, ValueId hay, bool is_in, State& state) {
  if (!needle.valid() || !hay.valid()) return;
  std::optional<Known> known = one_known(at_[needle.index]);
  if (known && known->type == Known::Type::Text && !is_in) {
    Base base = base_of(hay);
    clean(base, ruled_out_without(known->text, base.is_piece), state);
  }
  // Whatever the list is, when nothing in it is a stranger's.
  const bool is_own = std::ranges::all_of(deep({at_[hay.index]}), [](const Taint& taint) { return taint.atom.is_input(); });
  if (is_in && (is_own || is_fixed_list(at_[hay.index]))) refine_one_of(needle, state);
}

// The value is one of some constants.
void Run::refine_one_of(ValueId value, State& state) {
  if (is_host(value)) return clean_sources(at_[value.index], one(Harm::Redirect) | one(Harm::Ssrf), state);
  Base base = base_of(value);
  if (!base.is_piece) clean(base, kAllHarms, state);
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
  if (is_prefix_method || is_prefix_function) {
    ValueId value = is_prefix_method ? call.receiver : first, prefix = is_prefix_method ? first : second;
    if (is_true) refine_prefix(value, prefix, state);
    refine_local(value, prefix, is_true, state);
  }
  if (is_one_of(name, {"is_string"}) && is_true) refine_type(first, "string", state);
  if (is_one_of(name, {"is_a?", "kind_of?", "instance_of?"}) && is_true && is_method && first.valid() && function_.steps[first.index].node.valid()) refine_type(call.receiver, file_.unit->code(function_.steps[first.index].node), state);
}

// `x.startsWith("/") && !x.startsWith("//")`: a path of this site, once both are known.
void Run::refine_local(ValueId value, ValueId prefix, bool is_true, State& state) {
  std::optional<Known> known = prefix.valid() ? one_known(at_[prefix.index]) : std::nullopt;
  if (!known || known->type != Known::Type::Text) return;
  const bool is_slash = known->text == "/" && is_true, is_no_host = known->text == "//" && !is_true;
  if (!is_slash && !is_no_host) return;
  Base base = base_of(value);
  std::string name = base.step.valid() ? std::to_string(function_.steps[base.step.index].variable.index) : base.place.valid() ? std::string(program_.text(base.place)) : std::string();
  if (name.empty()) return;
  Symbol begins = program_.symbol("/ " + name), no_host = program_.symbol("// " + name);
  note_tested(is_slash ? begins : no_host, one(Harm::Redirect), state);
  if (is_tested(begins, state) && is_tested(no_host, state)) clean(base, one(Harm::Redirect), state);
}

// It begins with something that is no stranger's.
void Run::refine_prefix(ValueId value, ValueId prefix, State& state) {
  if (!prefix.valid() || !values_[at_[prefix.index]].taints.empty()) return;
  std::optional<Known> known = one_known(at_[prefix.index]);
  bool has_host = known && known->type == Known::Type::Text && known->text.find("://") != std::string::npos && known->text.find('/', known->text.find("://") + 3) != std::string::npos;
  if (has_host) return clean(base_of(value), one(Harm::Redirect) | one(Harm::Ssrf), state);
  std::vector<Taint> taints = deep({at_[value.index]});
  bool is_normal = std::ranges::all_of(taints, [&](const Taint& taint) { return program_.clean_sets().has_harm(taint.cleaned, Harm::PathClimb); });
  if (is_normal) clean(base_of(value), one(Harm::Path) | one(Harm::FileInclude) | one(Harm::FileUpload), state);
}

// `size < most`: a number that something which is no stranger's bounds from above is no size too large, and one
// that it bounds from below none too small.
void Run::refine_bound(std::string_view op, ValueId left, ValueId right, bool is_true, State& state) {
  const bool is_less = op == "<" || op == "<=", is_more = op == ">" || op == ">=";
  if (!is_less && !is_more) return;
  const ValueId low = is_less == is_true ? left : right, high = is_less == is_true ? right : left;
  if (values_[at_[high.index]].taints.empty()) {
    // `abs(n) < most`, and `n < sizeof buffer`, which no negative number is.
    const Step& bounded = function_.steps[low.index];
    const ValueId inner = magnitude_of(low);
    const bool is_both = inner.valid() || (bounded.op != Op::Constant && is_unsigned(high));
    clean(base_of(inner.valid() ? inner : low), is_both ? kHarmsOfNumbers : kHarmsOfLargeNumbers, state);
  }
  if (values_[at_[low.index]].taints.empty()) {
    const ValueId inner = magnitude_of(high);
    clean(base_of(inner.valid() ? inner : high), inner.valid() ? one(Harm::Division) : kHarmsOfSmallNumbers, state);
  }
}

// `x.replace("'", "&apos;")`: what was replaced is not in it any more. A path may have steps upwards again when
// they were taken out once (`....//`).
ValueRef Run::without_replaced(const CallParts& parts, ValueRef given) {
  ValueRef result = without_formatted(parts, given);
  if (!parts.call || values_[result].taints.empty()) return result;
  std::string_view name = text(parts.call->name);
  if (!is_one_of(name, {"replace", "replaceAll", "replace_all", "Replace", "ReplaceAll", "gsub", "str_replace", "preg_replace", "tr"})) return result;
  bool is_function = !parts.call->receiver.valid() || parts.arguments.size() >= 3;  // `str_replace($from, $to, $x)`, `strings.ReplaceAll(x, from, to)`
  std::size_t from = is_function && name.starts_with("Replace") ? 1 : 0;
  if (parts.arguments.size() < from + 2) return result;
  std::optional<Known> known = one_known(parts.arguments[from]);
  if (!known || known->type != Known::Type::Text) return result;
  bool is_all = name != "replace" || (language_ != Language::Js && language_ != Language::Ts && language_ != Language::Tsx);
  NodeId pattern = parts.call->arguments.size() > from && parts.call->arguments[from].value.valid() ? function_.steps[parts.call->arguments[from].value.index].node : NodeId{};
  const bool is_literal = pattern.valid() && file_.unit->node(pattern).kind == Kind::Regex;
  const bool is_regex = is_literal || name == "preg_replace" || (pattern.valid() && file_.unit->node(pattern).kind == Kind::Name && known->text.starts_with('['));
  if (is_regex) return without_matches(parts, result, known->text, is_literal ? file_.unit->code(pattern) : std::string_view(), from);
  Harms harms = is_all ? ruled_out_without(known->text, false) & ~(one(Harm::Path) | one(Harm::FileInclude) | one(Harm::FileUpload)) : 0;
  if (harms == 0) return result;
  Value cleaned = values_[result];
  for (Taint& taint : cleaned.taints) taint.cleaned = program_.clean_sets().with_harms(taint.cleaned, harms);
  return values_.add(std::move(cleaned));
}

// `x.replace(/[\r\n]/g, "")`: what is left of it has none of these, but for what is put in their place.
ValueRef Run::without_matches(const CallParts& parts, ValueRef result, std::string_view regex, std::string_view code, std::size_t from) {
  bool is_script = language_ == Language::Js || language_ == Language::Ts || language_ == Language::Tsx;
  std::string_view flags = code.substr(code.find_last_of('/') == std::string_view::npos ? code.size() : code.find_last_of('/'));
  if (is_script && !code.empty() && flags.find('g') == std::string_view::npos) return result;
  if (text(parts.call->name) == "preg_replace") {
    std::size_t end = regex.find_last_of(regex.empty() ? '/' : regex[0]);
    if (end == std::string_view::npos || end < 1) return result;
    regex = regex.substr(1, end - 1);
  }
  std::optional<Alphabet> removed = alphabet_removed(regex);
  std::optional<Known> put = one_known(parts.arguments[from + 1]);
  if (!removed || !put || put->type != Known::Type::Text) return result;
  Alphabet left = ~*removed;
  for (char c : put->text) left.set(static_cast<unsigned char>(c));
  // An entity in the place of a character: the `<` is gone, and `&` and `;` do nothing.
  constexpr Harms kAlone = one(Harm::Code) | one(Harm::Ssrf) | one(Harm::NoSql) | one(Harm::Template) | one(Harm::ExpressionLanguage);
  const bool is_allowed_list = left.count() < 200 && !left.test('<');
  Harms harms = ruled_out_by(left) & (is_allowed_list ? kAllHarms : ~kAlone);
  if (harms == 0) return result;
  Value cleaned = values_[result];
  for (Taint& taint : cleaned.taints) taint.cleaned = program_.clean_sets().with_harms(taint.cleaned, harms);
  return values_.add(std::move(cleaned));
}

// Whether nothing is stored into the temporary behind this where it is true.
bool Run::decides_alone(std::uint32_t store) const {
  const Step& step = function_.steps[store];
  auto around = std::ranges::find_if(function_.blocks, [&](const Block& block) { return store >= block.begin && store < block.end; });
  if (around == function_.blocks.end() || around->condition != operand_id(step, 0) || around->successors.size() != 2) return true;
  const Block& next = function_.blocks[around->successors[0].index];
  return std::none_of(function_.steps.begin() + next.begin, function_.steps.begin() + next.end, [&](const Step& each) { return each.op == Op::Store && each.variable == step.variable; });
}

// `a && b` is two stores into a temporary, of which the second decides; where it is true, both were.
void Run::refine_temporary(VariableId variable, State& state) {
  std::vector<ValueId> stored;
  std::size_t deciding = 0;
  for (std::uint32_t i = 0; i < function_.steps.size(); ++i) {
    const Step& step = function_.steps[i];
    if (step.op != Op::Store || step.variable != variable) continue;
    stored.push_back(operand_id(step, 0));
    deciding += decides_alone(i) ? 1 : 0;
  }
  for (ValueId each : stored) {
    const Step& step = function_.steps[each.index];
    const bool is_itself = step.op == Op::Load && step.variable == variable;
    if (deciding == 1 && !is_itself) refine(each, true, state);
  }
}

void Run::refine(ValueId condition, bool is_true, State& state) {
  while (function_.steps[condition.index].op == Op::Unary && (text(function_.steps[condition.index].name) == "!" || text(function_.steps[condition.index].name) == "not")) {
    condition = function_.operands[function_.steps[condition.index].first];
    is_true = !is_true;
  }
  if (auto guards = guards_.find(condition.index); guards != guards_.end())
    for (const Guard& guard : guards->second)
      if (guard.when == is_true) clean(base_of(guard.argument), guard.harms, state);
  refine_answer(condition, is_true, state);
  const Step& step = function_.steps[condition.index];
  if (refine_pattern(step, is_true, state)) return;
  if (step.op == Op::Load && is_true && step.variable.valid() && file_.graph->variables[step.variable.index].is_temporary) return refine_temporary(step.variable, state);
  if (step.op == Op::Call) return refine_call(step, is_true, state);
  if (step.op == Op::Load && is_true) return clean(base_of(condition), one(Harm::Division), state);
  if (step.op != Op::Binary || step.count != 2) return;
  std::string_view op = text(step.name);
  ValueId left = operand_id(step, 0), right = operand_id(step, 1);
  if (op == "in") refine_contained(left, right, is_true, state);
  if (op == "not in") refine_contained(left, right, !is_true, state);
  bool is_equality = is_one_of(op, {"==", "===", "is", "eq"}), is_inequality = is_one_of(op, {"!=", "!==", "is not", "ne", "<>"});
  refine_bound(op, left, right, is_true, state);
  if (!is_equality && !is_inequality && !is_one_of(op, {">=", ">", "<"})) return;
  const Step& searched = function_.steps[left.index];
  // `typeof x === "string"`
  if (std::optional<Known> type = one_known(at_[right.index]); type && type->type == Known::Type::Text && searched.op == Op::Unary && text(searched.name) == "typeof")
    if ((is_equality && is_true) || (is_inequality && !is_true)) return refine_type(operand_id(searched, 0), type->text, state);
  // `preg_match(re, $x) === 1`, `x.match(re) !== null`
  if (std::optional<Known> with = one_known(at_[right.index]); with && (searched.op == Op::Call || searched.op == Op::Binary)) {
    bool is_no = with->type == Known::Type::Null || (with->type != Known::Type::Text && with->whole <= 0);
    bool is_compared = is_equality || is_inequality;
    bool is_matched = op == ">" ? is_true : (is_equality == is_true) != is_no;
    if ((is_compared || (op == ">" && is_no)) && refine_pattern(searched, is_matched, state)) return;
  }
  // `x.indexOf("..") != -1`, `strpos($x, "..") !== false`
  if (searched.op == Op::Call) {
    const Call& call = function_.calls[searched.number];
    std::optional<Known> with = one_known(at_[right.index]);
    const bool is_comparison = (is_equality || is_inequality) && is_one_of(text(call.name), kEqualTexts) && with && with->type == Known::Type::Whole && with->whole == 0;
    if (is_comparison && is_equality == is_true) return refine_equal_texts(call, state);
    const bool says_none = says_nowhere(text(call.name), right);
    bool is_search = is_one_of(text(call.name), {"indexOf", "IndexOf", "find", "index", "strpos", "Index", "stripos"}) && with;
    if (is_search || says_none) {
      // `strpos($x, $base) === 0`: it begins with it.
      const bool is_equal = is_equality ? is_true : is_inequality && !is_true;
      if (!says_none && is_equal && with->type == Known::Type::Whole && with->whole == 0) {
        bool is_of_receiver = call.receiver.valid() && call.arguments.size() == 1;
        if (is_of_receiver) refine_prefix(call.receiver, call.arguments[0].value, state);
        else if (call.arguments.size() >= 2) refine_prefix(call.arguments[0].value, call.arguments[1].value, state);
        return;
      }
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
  if (is_equality != is_true) {
    std::optional<Known> with = one_known(at_[right.index]);
    if (with && with->type == Known::Type::Whole && with->whole == 0) clean(base_of(left), one(Harm::Division), state);
    return;
  }
  std::optional<Known> of_left = one_known(at_[left.index]), of_right = one_known(at_[right.index]);
  auto says_which = [](const std::optional<Known>& known) { return known && known->type != Known::Type::Null; };
  if (says_which(of_right)) refine_one_of(left, state);
  if (says_which(of_left)) refine_one_of(right, state);
}

}  // namespace sluice::flow
