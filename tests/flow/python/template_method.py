class Report:
    def write(self):
        return "# " + self.body()

    def body(self):
        raise NotImplementedError


class LiveReport(Report):
    def body(self):
        return source()


class EmptyReport(Report):
    def body(self):
        return "nothing"


def publish():
    # ruleid: flow
    sink(LiveReport().write())
    # ok: flow
    sink(EmptyReport().write())
