// gate/route.h - whether a request's path is one that a handler's route stands for.
#pragma once
#include <string_view>

namespace sluice::gate {

// Routes as frameworks write them: "/orders/{id}", "/orders/:id", "/orders/<int:id>", "/orders/[id]",
// "/files/**", "/files/<path:rest>", "/files/*rest"; with a method in front ("GET /orders/{id}")
// the methods must agree, where the scanner tells one. A placeholder is one part of the path
// that is not empty; one that takes the rest takes any number of parts.
bool route_matches(std::string_view route, std::string_view path, std::string_view method);

}  // namespace sluice::gate
