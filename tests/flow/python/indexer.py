class Store:
    def __init__(self):
        self._values = {}

    def __setitem__(self, key, value):
        self._values[key] = value

    def __getitem__(self, key):
        return self._values[key]


def run():
    store = Store()
    store["note"] = source()
    # ruleid: flow
    sink(store["note"])
    calm = Store()
    calm["note"] = "fixed"
    # ok: flow
    sink(calm["note"])
