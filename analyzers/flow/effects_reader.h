// analyzers/flow/effects_reader.h - what a model says that a call does: its words and its one-line forms.
//
//   flow: [arg0 -> receiver, receiver => return]
//   source: remote at return
//   sink: {kind: weak-hash, at: arg0, values: [MD5, SHA1]}
//   sanitizer: xss, header at return
//   restores: all at return
//   map-put: key arg0, value arg1
//   returns: javax.servlet.http.HttpSession
//   renders: arg0 with keywords, field ViewBag of receiver as ViewBag
#pragma once
#include "analyzers/flow/model_reader.h"
#include "base/yaml_fields.h"

namespace sluice::flow {

class EffectsReader {
 public:
  EffectsReader(TextPool& pool, Errors& errors) : pool_(pool), errors_(errors) {}

  // The members of `fields` that say what is done.
  ModelEffects read(yaml::Fields& fields);
  // `arg0 -> return`, or a list of such.
  void read_flows(const yaml::Node& node, ModelEffects& effects);
  // A mistake, and nothing, where it is none.
  std::optional<Slot> slot(const yaml::Node& node, std::string_view text);
  std::vector<std::string_view> texts(const yaml::Node& node);  // one, or a list

 private:
  void read_flow(const yaml::Node& node, ModelEffects& effects);
  void read_source(const yaml::Node& node, ModelEffects& effects);
  void read_sink(const yaml::Node& node, ModelEffects& effects);
  void read_sanitizer(const yaml::Node& node, ModelEffects& effects);
  void read_restorer(const yaml::Node& node, ModelEffects& effects);
  void read_container(const yaml::Node& node, ContainerOp op, ModelEffects& effects);
  void read_render(const yaml::Node& node, ModelEffects& effects);
  void read_types(const yaml::Node& node, ModelEffects& effects);
  std::vector<Slot> slots(const yaml::Node& node, std::string_view comma_separated);
  std::optional<Harm> harm(const yaml::Node& node, std::string_view word);
  Harms harms(const yaml::Node& node, std::string_view comma_separated);
  void complain(const yaml::Node& node, std::string message);

  TextPool& pool_;
  Errors& errors_;
};

}  // namespace sluice::flow
