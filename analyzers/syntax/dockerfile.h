// analyzers/syntax/dockerfile.h - reads Dockerfiles, for which there is no grammar to pin.
//
// Every instruction is a Call whose callee is its keyword in capitals:
//
//   FROM --platform=x a:1 AS b   Call(FROM, Attribute: KeywordArgument(platform, x), Arguments(Binary `:`(a, 1)), Alias b)
//   RUN ["a", "b"]               Call(RUN, Arguments(Array(a, b)))        the exec form
//   RUN a && b $X                Call(RUN, Arguments(a, Token `&&`, b, Template(Interpolation(X))))
//   ENV A=1 B="x y"              Call(ENV, Arguments(Pair(A, 1))), Call(ENV, Arguments(Pair(B, x y)))
//   COPY <<EOF /to               Call(COPY, Arguments(Token `<<EOF`, /to, content of the heredoc))
//   HEALTHCHECK CMD a            Call(HEALTHCHECK, Arguments(Call(CMD, Arguments(a)))); ONBUILD likewise
//
// A RUN in the shell form, and a CMD, ENTRYPOINT or HEALTHCHECK in it, also has its command
// line as the shell reads it: Init: Block(...) with the shapes of analyzers/languages/bash.cpp,
// behind the Arguments. A pattern that is no instruction is read as Bash and matches there.
//
// A word is a String without its quotes, or a Template when variables are in it.
// Continued lines, comments between them and the `# escape=` directive are as the
// reference says: https://docs.docker.com/reference/dockerfile/ . What is no
// instruction becomes Error.
#pragma once
#include <string_view>
#include <vector>

#include "analyzers/unit/unit.h"

namespace sluice {

struct StandIn;

// `stand_ins`: the stand-ins of a pattern; null for a file.
Unit read_dockerfile(std::string_view text, const Names* base_names, const std::vector<StandIn>* stand_ins);

}  // namespace sluice
