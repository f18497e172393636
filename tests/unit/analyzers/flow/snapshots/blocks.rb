def each_pair(&block)
  total = 0
  @items.each do |key, (a, *b)|
    total += yield key, a
  end
  total
end
