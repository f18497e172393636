# expect: 1
# expect: 3
# expect: low
# expect: 6
# expect: unless
# expect: 2
(1..5).each { |i| next if i == 2; puts i if i < 4 }
case 2
when 1, 2 then puts "low"
else puts "high"
end
sum = 0
[1, 2, 3].each { |x| sum += x }
puts sum
unless false
  puts "unless"
end
i = 0
while true
  i += 1
  break if i == 2
end
puts i
