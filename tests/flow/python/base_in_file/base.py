class Handler:
    def handle(self):
        # ruleid: flow
        sink(self.read())
        # ok: flow
        sink(self.name())

    def read(self):
        return "nothing"

    def name(self):
        return "handler"
