class Order
  def destination
    "to #{@address}"
  end

  def carrier
    "by #{@carrier}"
  end
end
