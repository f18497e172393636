# expect: 2 1
# expect: 5
# expect: 4
# expect: yes
# expect: 10
# expect: 12
a, b = 1, 2
a, b = b, a
puts "#{a} #{b}"
def last
  if true
    5
  else
    6
  end
end
puts last
class Box
  def initialize(n); @n = n; end
  def n; @n; end
  def grow; @n += 1; self; end
end
puts Box.new(3).grow.n
x = nil
x ||= "yes"
puts x
def twice
  yield(1) + yield(4)
end
puts twice { |v| v * 2 }
l = ->(v, w = 2) { v + w }
puts l.call(10)
