# sluice_embed(TARGET NAME FILE...) compiles files into TARGET as data.
#
# Makes the header `embedded/NAME.h` with
#   std::span<const sluice::EmbeddedFile> embedded::NAME();
# each entry holding the path relative to the current folder and the bytes.
# The assembler's .incbin does the work: megabytes cost no compile time.
function(sluice_embed target name)
  set(out ${CMAKE_CURRENT_BINARY_DIR}/embedded_${name})
  set(blob "")
  set(table "")
  set(index 0)
  foreach(file ${ARGN})
    get_filename_component(path ${file} ABSOLUTE)
    file(RELATIVE_PATH relative ${CMAKE_CURRENT_SOURCE_DIR} ${path})
    string(APPEND blob "__asm__(\".section .rodata\\n.balign 16\\nsluice_${name}_${index}:\\n.incbin \\\"${path}\\\"\\nsluice_${name}_${index}_end:\\n.byte 0\\n.previous\\n\");\n")
    string(APPEND blob "extern \"C\" const char sluice_${name}_${index}[];\nextern \"C\" const char sluice_${name}_${index}_end[];\n")
    string(APPEND table "    {\"${relative}\", {sluice_${name}_${index}, static_cast<std::size_t>(sluice_${name}_${index}_end - sluice_${name}_${index})}},\n")
    math(EXPR index "${index} + 1")
  endforeach()
  file(CONFIGURE OUTPUT ${out}/embedded/${name}.h @ONLY CONTENT
"#pragma once
#include \"base/embedded_file.h\"
#include <span>
namespace sluice::embedded {
std::span<const EmbeddedFile> ${name}();
}
")
  file(CONFIGURE OUTPUT ${out}/${name}.cpp @ONLY CONTENT
"#include \"embedded/${name}.h\"
${blob}
namespace sluice::embedded {
std::span<const EmbeddedFile> ${name}() {
  static const EmbeddedFile files[] = {
${table}  };
  return files;
}
}
")
  set_source_files_properties(${out}/${name}.cpp PROPERTIES OBJECT_DEPENDS "${ARGN}" SKIP_PRECOMPILE_HEADERS ON)
  target_sources(${target} PRIVATE ${out}/${name}.cpp)
  target_include_directories(${target} PUBLIC ${out})
endfunction()
