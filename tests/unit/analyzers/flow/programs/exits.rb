# expect: body
# expect: rescued bad
# expect: ensure
# expect: 3
# expect: fine
# expect: nothing
class Bad < StandardError
end
def f(x)
  puts "body"
  raise Bad, "bad" if x
  1
rescue Bad => e
  puts "rescued " + e.message
  3
else
  2
ensure
  puts "ensure"
end
puts f(true)
tries = 0
begin
  tries += 1
  raise Bad, "again" if tries < 3
  puts "fine"
rescue Bad
  retry
end
y = (raise Bad, "x" rescue "nothing")
puts y
