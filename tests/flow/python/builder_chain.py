class Query:
    def __init__(self):
        self.text = "select"

    def where(self, condition):
        self.text += " where " + condition
        return self

    def limit(self, count):
        self.text += " limit " + str(count)
        return self


def run():
    # ruleid: flow
    sink(Query().where(source()).limit(1).text)
    # ok: flow
    sink(Query().where("a = 1").limit(1).text)
