#!/usr/bin/env lua
-- A request handler; most of the language in one place.
local http = require "socket.http"
local json, log = require("cjson"), require('log')
local limit <const>, file <close> = 0x10, nil
--[[ a long
comment ]]
local Handler = {}
Handler.__index = Handler

function Handler.new(options)
  local self = setmetatable({}, Handler)
  self.name, self.count = options.name or "none", #options
  return self, nil
end

function Handler:run(request, ...)
  local args = { ... }
  local ok, err = pcall(function() return io.popen("ls " .. request.path) end)
  if not ok then
    log:error(err)
    return nil, err
  elseif request["method"] == 'POST' and limit >= 3 then
    os.execute(("rm -rf %s"):format(args[1]))
  else
    goto done
  end
  for i = 1, 10, 2 do
    self.count = self.count + i ^ 2 // 1 % 5
  end
  for key, value in pairs(request.headers) do
    print(key, value)
    if key ~= "x" then break end
  end
  while self.count > 0 do self.count = self.count - 1 end
  repeat
    local chunk = loadstring(request.body)
    local other = -1 << 2 | ~3 & 0xff
  until chunk == nil
  do
    local inner = [==[ long "text" ]==]
  end
  ::done::
  return json.encode { status = 200, ["content-type"] = "text", 1, 2; nested = { true, false } }
end

local function helper(a, b)
  return a < b
end

table.sort(http.items, helper);
return Handler
