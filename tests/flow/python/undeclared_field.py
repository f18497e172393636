class Shelf:
    def __init__(self):
        self.books = {}

    def put(self, place, book):
        self.books[place] = book

    def take(self, place):
        return self.books.get(place)


class Library:
    def __init__(self, shelf):
        self.shelf = shelf

    def find(self, place):
        return self.shelf.take(place)


def run():
    full = Shelf()
    full.put("top", source())
    # ruleid: flow
    sink(Library(full).find("top"))
    # ok: flow
    sink(Library(Shelf()).find("top"))
