#include "analyzers/pattern/entropy.h"

#include <algorithm>
#include <cstddef>

namespace sluice {
namespace {

// kPairs[before][letter]: the bits that `letter` says behind `before`, in halves from 'a';
// the first row is for the first letter of a word, then `before` is a, b, c, ... Counted in the
// Markdown files of this repository (42,913 letters), each pair half a time more than it
// was seen, at most the 8 bits of a character that nothing is known of.
constexpr const char* kPairs[] = {
    "gkhkkjmliopkjkijqihgnojqoq",
    "qkjjqojqlqmiieqmqghfpmqokq",
    "hokqfqoqhoqhqohoqikogpqpgq",
    "hqoqgqqgkqhjqqfmqkmiknjqkq",
    "glokdqoqgqqmoqhqqphqjqqqoq",
    "ioihkmnqpqqjkhqjoffkqkokqq",
    "hqqqikqqdqqlqqeqqiqilqqqqq",
    "hqqpdqqhgqqmqjiqqiiqhqqqqq",
    "eqqqcqqqhqqqqqgqqnpjmqqqnq",
    "mmhkljkqqqqhlfjmqlgeqnqnqq",
    "gpppgpppmppppphpppcphppppp",
    "hqqkdmqqhnqfqglqqqgqoqqpqq",
    "hqqieoqqfqqiqmhqqqkliqqqjq",
    "flqjeqpqgqqiinihqqmqlqqqqq",
    "iqkffpgqkqpmqlgnqqhhqqqqmq",
    "noljoimqqqnhifkkqfliiljpoq",
    "fqqqgqqpjqqgoqfiqgkjiqqqiq",
    "nnnnnnnnnnninnnnnnnnbnnnnn",
    "iqlldpoqgqmpklhoqmhihnqqkq",
    "hqiqfoqjhqnjnqioqnhfjqmqoq",
    "hqnqfqqdiqqnpqioqjgjpqnqjq",
    "hkmnkqmqgqqfkfqkqhigqqqqqq",
    "gqqqbqqqgqqqqqoqqqkqiqqqmq",
    "hqqqfqqefqqqqiiqqjkqqqqqqq",
    "fniqgqqqgqqqjqqgqqqeqqqqqq",
    "fqpploqqpqqnlmihqgfgqqmqqg",
    "joolboooooooooooooooiooooo",
};

constexpr double kUnknown = 8;
// What separates words says little: in names and addresses there is one every few letters.
constexpr double kSeparator = 4;
// A character that was there twice already: `xxxxxxxx` is a placeholder.
constexpr double kRepeated = 4;

bool is_lower(char c) { return c >= 'a' && c <= 'z'; }
bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }
char lower(char c) { return is_upper(c) ? static_cast<char>(c - 'A' + 'a') : c; }
bool is_separator(char c) { return std::string_view(" -_./:").find(c) != std::string_view::npos; }

double bits_of_letter(char before, char letter) {
  std::size_t row = before == 0 ? 0 : static_cast<std::size_t>(before - 'a') + 1;
  return (kPairs[row][letter - 'a'] - 'a') / 2.0;
}

}  // namespace

double bits_of(std::string_view text) {
  double bits = 0;
  char before = 0;  // the letter before, in lower case; 0: none
  for (std::size_t i = 0; i < text.size(); ++i) {
    char c = text[i];
    bool is_letter = is_lower(c) || is_upper(c);
    bool is_repeated = i >= 2 && text[i - 1] == c && text[i - 2] == c;
    // `Word` and `WORD` are words; upper case in the middle of one is not.
    bool is_odd_case = before != 0 && is_upper(c) && is_lower(text[i - 1]);
    if (is_repeated) bits += kRepeated;
    else if (is_separator(c)) bits += kSeparator;
    else if (!is_letter || is_odd_case) bits += kUnknown;
    else bits += bits_of_letter(before, lower(c));
    before = is_letter ? lower(c) : 0;
  }
  return bits;
}

bool is_random(std::string_view text) {
  double bits = bits_of(text);
  return bits > 64 && bits > 0.6 * 8 * static_cast<double>(text.size());
}

}  // namespace sluice
