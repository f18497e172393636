// analyzers/clang/parse/handles.h - owners of what libclang hands out.
#pragma once
#include <clang-c/Index.h>

#include <memory>
#include <string>
#include <type_traits>

namespace sluice::clang {

template <auto dispose>
struct Dispose {
  template <class T>
  void operator()(T* handle) const { dispose(handle); }
};

using Index = std::unique_ptr<std::remove_pointer_t<CXIndex>, Dispose<clang_disposeIndex>>;
// Cursors, types and locations taken from it die with it.
using TranslationUnit = std::unique_ptr<std::remove_pointer_t<CXTranslationUnit>, Dispose<clang_disposeTranslationUnit>>;
using Evaluation = std::unique_ptr<std::remove_pointer_t<CXEvalResult>, Dispose<clang_EvalResult_dispose>>;

// The text of a CXString, which is freed.
inline std::string take(CXString owned) {
  const char* text = clang_getCString(owned);
  std::string copy = text ? text : "";
  clang_disposeString(owned);
  return copy;
}

}  // namespace sluice::clang
