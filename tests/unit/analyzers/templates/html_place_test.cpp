#include <catch2/catch.hpp>

#include <string>

#include "analyzers/templates/html_place.h"

using namespace sluice::templates;

namespace {

// The place of the `@` in a page.
HtmlPlace place_in(std::string_view page) {
  HtmlReader reader;
  std::size_t at = page.find('@');
  reader.read(page.substr(0, at));
  return reader.put(page.substr(at + 1));
}

}  // namespace

TEST_CASE("where in a page something is put", "[analyzers][templates]") {
  CHECK(place_in("<p>@</p>") == HtmlPlace::Text);
  CHECK(place_in("a < b @") == HtmlPlace::Text);
  CHECK(place_in("<a title=\"x @\">") == HtmlPlace::Quoted);
  CHECK(place_in("<a title='@'>") == HtmlPlace::Quoted);
  CHECK(place_in("<a title=@>") == HtmlPlace::Unquoted);
  CHECK(place_in("<partial model=@ />") == HtmlPlace::Quoted);
  CHECK(place_in("<option @>") == HtmlPlace::Quoted);
  CHECK(place_in("<a class=\"x\" href=\"@\">") == HtmlPlace::Address);
  CHECK(place_in("<a href=\"/x/@\">") == HtmlPlace::Quoted);
  CHECK(place_in("<a href=\"@/x\">") == HtmlPlace::Quoted);
  CHECK(place_in("<img src=\"@\">") == HtmlPlace::Quoted);
  CHECK(place_in("<iframe src=\"@\">") == HtmlPlace::Address);
  CHECK(place_in("<link href=\"@\">") == HtmlPlace::Quoted);
  CHECK(place_in("<a ONCLICK=\"f('@')\">") == HtmlPlace::Handler);
  CHECK(place_in("<script>var x = @;") == HtmlPlace::Script);
  CHECK(place_in("<script>var x = \"@\";") == HtmlPlace::ScriptText);
  CHECK(place_in("<script>var x = `@`;") == HtmlPlace::Script);
  CHECK(place_in("<script>var x = 'it\\'s @'") == HtmlPlace::ScriptText);
  CHECK(place_in("<script>// it's\nvar x = @;") == HtmlPlace::Script);
  CHECK(place_in("<script>'</script><p>@") == HtmlPlace::Text);
  CHECK(place_in("<style>a { @ }") == HtmlPlace::Text);
  CHECK(place_in("<!-- <a href=\"@\"> -->") == HtmlPlace::Comment);
  CHECK(place_in("<!-- x --><p>@") == HtmlPlace::Text);
  CHECK(place_in("<!doctype html><a href='@'>") == HtmlPlace::Address);
}
