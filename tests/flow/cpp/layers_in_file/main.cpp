#include "../io.h"
#include "service.hpp"

void run() {
  Repository repository;
  Service service(repository);
  service.add_guest(source());
}
