class A < B::C
  has :x, y: 1, :z => ->(a) { a }
  def self.m(a, b = 1, *c, d:, &e)
    @v, w = "x#{a}", params[:b]
    run(`ls #{w}`) unless a&.empty? and not b
    e.call rescue nil
  rescue E => e
    raise
  ensure
    done
  end
end
if a then b elsif c then d(1) else e() end
case k
when 1, :b then f { |i| next i }
else g
end
q(<<~T, 'p', %w[r s], /t/i, { u: 1, "v" => nil })
  text #{w}
T
i += 1 until i > 0x10
