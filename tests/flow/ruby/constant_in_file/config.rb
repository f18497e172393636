module Config
  TRACE = false
  LEVEL = 3
end
