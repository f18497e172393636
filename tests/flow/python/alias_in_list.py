class Order:
    def __init__(self):
        self.address = "none"


def run():
    first, second = Order(), Order()
    orders = [first, second]
    orders[0].address = source()
    # ruleid: flow
    sink(first.address)
    # ok: flow
    sink(second.address)
