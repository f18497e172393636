class Order
  def initialize(address)
    @address = address
    @carrier = 'post'
  end
end
