#include <lauxlib.h>
#include <stdlib.h>

void hook(lua_State *lua) {
  // ruleid: c-code-injection
  luaL_dostring(lua, getenv("HTTP_X_HOOK"));
  // ok: c-code-injection
  luaL_dostring(lua, "print(1)");
}
