class Cart:
    def __init__(self):
        self.items = []
        self.currency = "EUR"

    def add(self, item):
        self.items.append(item)

    def first(self):
        return self.items[0]
