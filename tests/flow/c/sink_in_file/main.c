#include "../io.h"
#include "log.h"

void run(void)
{
    log_warn(source());
    log_warn_quietly(source());
}
