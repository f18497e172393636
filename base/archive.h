// base/archive.h - plain values as bytes and back, for caches of our own.
//
// A struct joins by saying its members once, for both ways; the structured binding makes a
// member that was forgotten an error of the compiler:
//
//   template <class Archive, SameAs<Place> T>
//   void archive_members(Archive& archive, T& place) {
//     auto& [file, line, column] = place;
//     archive(file, line, column);
//   }
//
// Numbers are stored as this machine has them, and a change of a struct is no change of the
// format that anybody notices: whoever keeps such bytes puts the version of the program into
// their key (base/cache.h). Bytes that end too early, or claim more than is there, make a
// reader fail (`ok()`), never more than that.
#pragma once
#include <cstdint>
#include <cstring>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

namespace sluice {

template <class T, class U>
concept SameAs = std::is_same_v<std::remove_const_t<T>, U>;

template <class T>
concept ArchivedAsBytes = std::is_arithmetic_v<T> || std::is_enum_v<T>;

class ArchiveWriter {
 public:
  template <class... T>
  void operator()(const T&... values) {
    (write(values), ...);
  }
  std::string take() && { return std::move(bytes_); }

 private:
  template <class T>
  void write(const T& value) {
    if constexpr (ArchivedAsBytes<T>) bytes_.append(reinterpret_cast<const char*>(&value), sizeof value);
    else archive_members(*this, value);
  }
  void write(const std::string& text) {
    write_size(text.size());
    bytes_ += text;
  }
  template <class T>
  void write(const std::vector<T>& list) {
    write_size(list.size());
    if constexpr (ArchivedAsBytes<T>) bytes_.append(reinterpret_cast<const char*>(list.data()), list.size() * sizeof(T));
    else
      for (const T& each : list) write(each);
  }
  template <class T>
  void write(const std::optional<T>& value) {
    write(value.has_value());
    if (value) write(*value);
  }
  template <class A, class B>
  void write(const std::pair<A, B>& pair) {
    write(pair.first);
    write(pair.second);
  }
  template <class K, class V>
  void write(const std::map<K, V>& map) {
    write_size(map.size());
    for (const auto& each : map) write(each);
  }
  void write_size(std::size_t size) { write(static_cast<std::uint32_t>(size)); }

  std::string bytes_;
};

class ArchiveReader {
 public:
  explicit ArchiveReader(std::string_view bytes) : bytes_(bytes) {}
  template <class... T>
  void operator()(T&... values) {
    (read(values), ...);
  }
  // All bytes were there, and none is left.
  bool ok() const { return ok_ && bytes_.empty(); }

 private:
  template <class T>
  void read(T& value) {
    if constexpr (ArchivedAsBytes<T>) read_bytes(&value, sizeof value);
    else archive_members(*this, value);
  }
  void read(std::string& text) {
    std::uint32_t size = read_size();
    text.assign(bytes_.substr(0, size));
    bytes_.remove_prefix(size);
  }
  template <class T>
  void read(std::vector<T>& list) {
    list.clear();
    if constexpr (ArchivedAsBytes<T>) {
      const std::size_t size = read_size();
      if (size > bytes_.size() / sizeof(T)) ok_ = false, bytes_ = {};
      if (!ok_) return;
      list.resize(size);
      return read_bytes(list.data(), size * sizeof(T));
    }
    // What claims to be longer than there are bytes stops at the end of the bytes.
    for (std::uint32_t left = read_size(); left > 0 && ok_; --left) read(list.emplace_back());
  }
  template <class T>
  void read(std::optional<T>& value) {
    bool has_value = false;
    read(has_value);
    if (has_value) read(value.emplace());
  }
  template <class A, class B>
  void read(std::pair<A, B>& pair) {
    read(pair.first);
    read(pair.second);
  }
  template <class K, class V>
  void read(std::map<K, V>& map) {
    map.clear();
    for (std::uint32_t left = read_size(); left > 0 && ok_; --left) {
      std::pair<K, V> each;
      read(each);
      map.insert(std::move(each));
    }
  }
  // Each thing takes a byte at least.
  std::uint32_t read_size() {
    std::uint32_t size = 0;
    read_bytes(&size, sizeof size);
    if (size > bytes_.size()) ok_ = false, size = 0;
    return size;
  }
  void read_bytes(void* to, std::size_t size) {
    if (size > bytes_.size()) ok_ = false, bytes_ = {};
    if (!ok_) return;
    std::memcpy(to, bytes_.data(), size);
    bytes_.remove_prefix(size);
  }

  std::string_view bytes_;
  bool ok_ = true;
};

}  // namespace sluice
