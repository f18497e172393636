#include "session.h"

const char *session_user = "nobody";
const char *session_region = "eu";

void session_login(const char *name)
{
    session_user = name;
}
