// analyzers/templates/html_place.h - where in a page a template puts something: what a browser makes of it
// there decides whether escaping for HTML is enough.
//
//   <p>HERE</p>                     Text          escaped is enough
//   <a title="HERE">                Quoted        escaped is enough
//   <a title=HERE>                  Unquoted      a blank ends the value, and more attributes follow
//   <a href="HERE">                 Address       `javascript:` needs nothing that is escaped
//   <a onclick="f('HERE')">         Handler       entities are text again before the script is read
//   <script>var x = HERE</script>   Script        no quote has to be left
//   <script>var x = "HERE"</script> ScriptText    escaped is enough: quotes are entities
//
// https://cheatsheetseries.owasp.org/cheatsheets/Cross_Site_Scripting_Prevention_Cheat_Sheet.html
#pragma once
#include <cstdint>
#include <string>
#include <string_view>

namespace sluice::templates {

enum class HtmlPlace : std::uint8_t { Text, Quoted, Unquoted, Address, Handler, Script, ScriptText, Comment };

// What is escaped for HTML still runs there.
bool runs_though_escaped(HtmlPlace place);

// Reads the texts between a template's tags, one after the other. Linear; it keeps a state, no text.
class HtmlReader {
 public:
  void read(std::string_view text);
  // Where something is put now, `rest` being the page behind it.
  HtmlPlace put(std::string_view rest);

 private:
  enum class State : std::uint8_t { Text, TagBegin, TagName, InTag, Attribute, ValueBegin, Value, Comment, Raw };
  void read(char c);
  void end_tag();
  bool is_handler() const { return attribute_.starts_with("on") && attribute_.size() > 2; }
  bool is_address() const;
  void read_script(char c);

  static constexpr std::size_t kLongestName = 24;
  State state_ = State::Text;
  std::string tag_, attribute_;   // lower case, cut
  std::string last_;              // the last bytes, for `-->` and `</script`
  char quote_ = 0;                // of a value
  char script_quote_ = 0;
  bool is_value_empty_ = false, is_escaped_ = false;
};

}  // namespace sluice::templates
