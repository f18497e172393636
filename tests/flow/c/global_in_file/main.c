#include "../io.h"
#include "session.h"

void run(void)
{
    session_login(source());
    /* ruleid: flow */
    sink(session_user);
    /* ok: flow */
    sink(session_region);
}
