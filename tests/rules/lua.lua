local json = require "cjson"

-- ruleid: lua-function
local function handle(request)
  local path = request.path
  dofile(path)
  return path
end

-- ok: lua-function
function handler.run(request, path)
  -- ruleid: lua-call
  os.execute("rm " .. path)
  -- ok: lua-call
  os.execute("ls")
  -- ruleid: lua-require
  local data = json.decode(request.body)
  -- ok: lua-require
  local other = yaml.decode(request.body)
  -- ruleid: lua-method
  db:query("select 1")
  -- ok: lua-method
  db.query("select 1")
  -- ruleid: lua-assignment
  local chunk = load(data)
  -- ruleid: lua-assignment
  chunk = load(other)
  -- ok: lua-assignment
  chunk = loadfile(other)
  -- ruleid: lua-if
  if data == nil then
    return
  end
  -- ok: lua-if
  if data ~= nil then return end
  -- ruleid: lua-loop
  for key, value in pairs(data) do print(key) end
  -- ok: lua-loop
  for key, value in ipairs(data) do print(key) end
  -- ruleid: lua-table
  request({ url = path, verify = false })
  -- ok: lua-table
  request({ url = path, verify = true })
  -- ruleid: lua-sequence
  local file = io.open(path)
  print(path)
  file:read("a")
end
