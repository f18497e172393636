#include "sarif/writer.h"

#include "sarif/enums.h"
#include "sarif/fields.h"
#include "sarif/json_writer.h"
#include "sarif/result_stream.h"

namespace sluice::sarif {
namespace {

// The Io of sarif/fields.h that writes.
class ModelWriter {
 public:
  explicit ModelWriter(json::Writer& json, unsigned jobs = 1, const ResultStream* stream = nullptr) : json_(json), jobs_(jobs), stream_(stream) {}

  template <class T>
  void object(const T& t) {
    const std::size_t outer_begin = std::exchange(begin_, written_.size());
    json_.begin_object();
    fields(*this, t);
    json_.end_object();
    written_.resize(begin_);
    begin_ = outer_begin;
  }

  template <class T>
  void operator()(std::string_view name, const T& member) {
    if (is_absent(member)) return;
    begin_member(name);
    write(member);
  }

  template <class T>
  void required(std::string_view name, const T& member) {
    begin_member(name);
    write(member);
  }
  template <class Integer>
  void count(std::string_view name, Integer member, std::int64_t absent) {
    if (member == absent) return;
    begin_member(name);
    json_.number(static_cast<std::int64_t>(member));
  }

  // A known member that was empty when it was read stands here too; what the model says now wins.
  void extra(const Members& members) {
    for (const Member& member : members.list()) {
      if (is_written(member.name)) continue;
      json_.key(member.name);
      json_.compact(member.json);
    }
  }

 private:
  void begin_member(std::string_view name) {
    written_.push_back(name);
    json_.key(name);
  }
  bool is_written(std::string_view name) const {
    return std::find(written_.begin() + static_cast<std::ptrdiff_t>(begin_), written_.end(), name) != written_.end();
  }

  static bool is_absent(const std::string& text) { return text.empty(); }
  static bool is_absent(double number) { return number == -1; }
  static bool is_absent(const Members& members) { return members.empty(); }
  template <class T>
  static bool is_absent(const std::vector<T>& list) {
    return list.empty();
  }
  template <class T>
  static bool is_absent(const std::map<std::string, T>& map) {
    return map.empty();
  }
  template <class T>
  static bool is_absent(const std::optional<T>& value) {
    return !value;
  }

  void write(const std::string& text) { json_.text(text); }
  void write(bool value) { json_.value(value ? "true" : "false"); }
  void write(std::int32_t number) { json_.number(number); }
  void write(double number) { json_.value(json_number(number)); }
  template <class E>
  requires std::is_enum_v<E>
  void write(E value) { json_.text(word_of(value)); }
  template <class T>
  void write(const std::optional<T>& value) {
    write(*value);
  }

  template <class T>
  void write(const std::vector<T>& list) {
    json_.begin_array();
    for (const T& item : list) write(item);
    json_.end_array();
  }
  // There may be a hundred thousand results.
  void write(const std::vector<Result>& results) {
    if (stream_) return write_stream();
    json_.array(results.size(), jobs_, [&](json::Writer& json, std::size_t i) { ModelWriter(json).object(results[i]); });
  }
  // As many as the tree has files.
  void write(const std::vector<Artifact>& artifacts) {
    json_.array(artifacts.size(), jobs_, [&](json::Writer& json, std::size_t i) { ModelWriter(json).object(artifacts[i]); });
  }
  void write_stream() {
    json_.array_of_parts(stream_->parts(), jobs_, [&](std::size_t part, const auto& write_value) {
      for (const Result& result : stream_->make(part, ResultDetail::All)) write_value([&](json::Writer& json) { ModelWriter(json).object(result); });
    });
  }
  template <class T>
  void write(const std::map<std::string, T>& map) {
    json_.begin_object();
    for (const auto& [name, value] : map) {
      json_.key(name);
      write(value);
    }
    json_.end_object();
  }
  void write(const Members& members) {
    json_.begin_object();
    for (const Member& member : members.list()) {
      json_.key(member.name);
      json_.compact(member.json);
    }
    json_.end_object();
  }
  template <class T>
  requires std::is_class_v<T>
  void write(const T& t) { object(t); }

  json::Writer& json_;
  unsigned jobs_;
  const ResultStream* stream_;  // may be null
  std::vector<std::string_view> written_;  // the members of the objects around us and of this one
  std::size_t begin_ = 0;                  // where those of this object begin
};

}  // namespace

std::string write_log(const Log& log, Layout layout, unsigned jobs, const ResultStream* results, TextSink sink) {
  std::string out;
  json::Writer json(out, layout, 0, std::move(sink));
  ModelWriter(json, jobs, results).object(log);
  out += '\n';
  return out;
}

std::string write_result(const Result& result) {
  std::string out;
  json::Writer json(out, Layout::Compact);
  ModelWriter(json).object(result);
  return out;
}

}  // namespace sluice::sarif
