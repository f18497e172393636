class Reader:
    def read(self):
        return source()


class CachedReader(Reader):
    def read(self):
        return "cached"


def fresh():
    reader = Reader()
    # ruleid: flow
    sink(reader.read())


def cached():
    reader = CachedReader()
    # ok: flow
    sink(reader.read())
