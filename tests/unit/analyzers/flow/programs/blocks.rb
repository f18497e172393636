# expect: a1
# expect: b2
# expect: total 3
# expect: 2
# expect: small
# expect: 7
def each_pair(items)
  total = 0
  items.each do |pair|
    total += pair[1]
    yield pair[0], pair[1]
  end
  total
end
n = each_pair([["a", 1], ["b", 2]]) { |k, v| puts "#{k}#{v}" }
puts "total #{n}"
def find(items)
  items.each { |x| next unless x > 1; puts x }
  if items.size > 2 then "big" else "small" end
end
puts find([1, 2])
def defaults(a, b = 4, *rest) a + b + rest.size end
puts defaults(3)
