class Wallet
  def initialize
    @currency = 'EUR'
  end

  def holder=(name)
    @holder = name.strip
  end

  def holder
    @holder
  end

  def currency
    @currency
  end
end

def create
  wallet = Wallet.new
  wallet.holder = source()
  # ruleid: flow
  sink(wallet.holder)
  # ok: flow
  sink(wallet.currency)
end
