class Order:
    pass


def ship():
    order = Order()
    order.address = source()
    # ruleid: flow
    sink(order.address)
    order.address = "warehouse"
    # ok: flow
    sink(order.address)
