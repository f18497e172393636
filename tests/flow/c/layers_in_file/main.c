#include "../io.h"
#include "user.h"

void run(void)
{
    service_register(source());
}
