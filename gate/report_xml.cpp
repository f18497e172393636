#include "gate/report_xml.h"

#include <expat.h>

#include <algorithm>
#include <memory>

#include "base/file.h"
#include "base/text.h"
#include "gate/report_json.h"

namespace sluice::gate {
namespace {

constexpr std::size_t kChunk = 4UL * 1024 * 1024;

class OutlineReader {
 public:
  OutlineReader(const std::string& file, std::string_view text, std::span<const std::string_view> item_elements,
                XmlOutline& outline, Errors& syntax_errors)
      : file_(file),
        text_(text),
        item_elements_(item_elements),
        outline_(outline),
        syntax_errors_(syntax_errors),
        parser_(XML_ParserCreate(nullptr), XML_ParserFree) {
    XML_SetUserData(parser_.get(), this);
    XML_SetElementHandler(parser_.get(), on_start, on_end);
    XML_SetCharacterDataHandler(parser_.get(), on_text);
    XML_SetXmlDeclHandler(parser_.get(), on_declaration);
    XML_SetEntityDeclHandler(parser_.get(), on_entity);
    node_ = outline_.tree;
  }

  Result<void> read() {
    for (std::size_t at = 0; at < text_.size() && errors_.empty();) {
      std::size_t size = std::min(kChunk, text_.size() - at);
      at += size;
      if (XML_Parse(parser_.get(), text_.data() + at - size, static_cast<int>(size), at == text_.size()) !=
          XML_STATUS_OK)
        break;
      // A tag or comment that goes on and on is collected by the parser.
      if (at - here() > kMaxOutlineBytes) reject("report-too-large", "a part without an end of more than 64 MiB");
    }
    if (!errors_.empty()) return std::unexpected(std::move(errors_));
    XML_Error error = XML_GetErrorCode(parser_.get());
    if (error != XML_ERROR_NONE)
      syntax_errors_.add(place_of(file_, text_, here()), "report-syntax",
                         fmt::format("not valid XML: {}", XML_ErrorString(error)));
    return {};
  }

 private:
  static OutlineReader& self(void* data) { return *static_cast<OutlineReader*>(data); }
  static void on_start(void* data, const char* name, const char** attributes) { self(data).start(name, attributes); }
  static void on_end(void* data, const char* name) { self(data).end(name); }
  static void on_text(void* data, const char* text, int size) {
    OutlineReader& reader = self(data);
    if (reader.item_depth_ == 0) reader.characters_.append(text, static_cast<std::size_t>(size));
  }
  static void on_declaration(void* data, const char*, const char* encoding, int) {
    if (encoding) self(data).set_encoding(encoding);
  }
  static void on_entity(void* data, const char* name, int, const char*, int, const char*, const char*, const char*,
                        const char*) {
    self(data).reject("report-entity", fmt::format("declares the entity `{}`, which is not read", name));
  }

  std::size_t here() const {
    return static_cast<std::size_t>(std::max<XML_Index>(XML_GetCurrentByteIndex(parser_.get()), 0));
  }

  void reject(std::string_view code, std::string message) {
    if (errors_.empty()) errors_.add(place_of(file_, text_, here()), std::string(code), std::move(message));
    XML_StopParser(parser_.get(), XML_FALSE);
  }

  void set_encoding(std::string_view name) {
    std::string lower = to_lower(name);
    if (lower == "iso-8859-1") outline_.encoding = pugi::encoding_latin1;
    bool known = lower == "iso-8859-1" || lower == "utf-8" || lower == "us-ascii" || lower == "utf-16";
    if (!known) reject("report-encoding", fmt::format("the encoding `{}` is not read; save it as UTF-8", name));
  }

  void start(const char* name, const char** attributes) {
    if (++depth_ > static_cast<std::size_t>(kMaxReportDepth))
      return reject("report-too-deep", fmt::format("nested more than {} levels deep", kMaxReportDepth));
    if (item_depth_ > 0) return;
    add_text();
    path_ += (path_.empty() ? "" : "/") + std::string(name);
    if (std::ranges::find(item_elements_, std::string_view(path_)) != item_elements_.end()) {
      item_depth_ = depth_;
      item_begin_ = here();
      return;
    }
    if (here() - item_bytes_ > kMaxOutlineBytes)
      return reject("report-too-large", "the report beside its items is larger than 64 MiB");
    node_ = node_.append_child(name);
    outline_.offsets[node_.internal_object()] = here();
    for (const char** attribute = attributes; *attribute; attribute += 2)
      node_.append_attribute(attribute[0]).set_value(attribute[1]);
  }

  void end(const char* name) {
    if (depth_-- == item_depth_) end_item(name);
    if (item_depth_ > 0) return;
    if (item_ended_) {
      item_ended_ = false;
    } else {
      add_text();
      node_ = node_.parent();
    }
    auto slash = path_.rfind('/');
    path_.resize(slash == std::string::npos ? 0 : slash);
  }

  void end_item(const char* name) {
    std::size_t end = here() + static_cast<std::size_t>(XML_GetCurrentByteCount(parser_.get()));
    if (end - item_begin_ > kMaxOutlineBytes) reject("report-too-large", "an item of the report is larger than 64 MiB");
    outline_.items[{node_.internal_object(), name}].push_back({item_begin_, end});
    item_bytes_ += end - item_begin_;
    item_depth_ = 0;
    item_ended_ = true;
  }

  void add_text() {
    bool blank = characters_.find_first_not_of(" \t\r\n") == std::string::npos;
    if (!blank) node_.append_child(pugi::node_pcdata).set_value(characters_.c_str());
    characters_.clear();
  }

  const std::string& file_;
  std::string_view text_;
  std::span<const std::string_view> item_elements_;
  XmlOutline& outline_;
  Errors& syntax_errors_;
  Errors errors_;
  std::unique_ptr<XML_ParserStruct, decltype(&XML_ParserFree)> parser_;
  pugi::xml_node node_;     // the innermost open element of the tree
  std::string path_;        // its names from the root
  std::string characters_;  // since the last tag
  std::size_t depth_ = 0;
  std::size_t item_depth_ = 0;  // of the open item; 0: none is open
  std::size_t item_begin_ = 0;
  std::size_t item_bytes_ = 0;
  bool item_ended_ = false;
};

}  // namespace

Result<void> parse_xml_outline(const std::string& file, std::string_view text,
                               std::span<const std::string_view> item_elements, XmlOutline& outline,
                               Errors& syntax_errors) {
  if (text.starts_with("\xFF\xFE")) outline.encoding = pugi::encoding_utf16_le;
  if (text.starts_with("\xFE\xFF")) outline.encoding = pugi::encoding_utf16_be;
  return OutlineReader(file, text, item_elements, outline, syntax_errors).read();
}

Result<void> for_each_element(std::string_view text, const XmlOutline& outline, const pugi::xml_node& parent,
                              const char* name, const VisitXml& visit) {
  auto found = outline.items.find({parent.internal_object(), name});
  if (found == outline.items.end()) {
    for (const pugi::xml_node& child : parent.children(name)) {
      auto offset = outline.offsets.find(child.internal_object());
      SLUICE_CHECK(visit(child, offset == outline.offsets.end() ? 0 : offset->second));
    }
    return {};
  }
  for (const XmlItem& item : found->second) {
    pugi::xml_document tree;
    auto parsed =
        tree.load_buffer(text.data() + item.begin, item.end - item.begin, pugi::parse_default, outline.encoding);
    SLUICE_ASSERT(parsed, "an item of valid XML is valid XML");
    SLUICE_CHECK(visit(tree.document_element(), item.begin));
  }
  return {};
}

}  // namespace sluice::gate
