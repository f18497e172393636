local json, limit <const> = require "cjson", 0x10
function M.a:run(x, ...)
  local ok, err = pcall(function() return x[1] .. "s" end)
  if not ok then self.n, y = 1, 2 elseif ok == nil then goto done else return nil, err end
  for i = 1, 10, 2 do x:call { k = i, ["j"] = 2; 3 } end
  for k, v in pairs(x) do json.encode(v) end
  ::done::
end
