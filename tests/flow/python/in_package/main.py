from shop import Cart


def run():
    cart = Cart()
    cart.add(source())
    # ruleid: flow
    sink(cart.first())
    # ok: flow
    sink(cart.currency)
