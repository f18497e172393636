def invoice
  orders = { first: [{ product: source(), unit: 'kg' }] }
  # ruleid: flow
  sink(orders[:first][0][:product])
  # ok: flow
  sink(orders[:first][0][:unit])
  # ruleid: flow
  sink(orders.dig(:first, 0, :product))
end
