class Page:
    def __init__(self, title):
        self._title = title

    @property
    def title(self):
        return self._title

    @property
    def kind(self):
        return "page"

    @title.setter
    def title(self, value):
        self._title = clean(value)


def show():
    page = Page(source())
    # ruleid: flow
    sink(page.title)
    # ok: flow
    sink(page.kind)
    page.title = source()
    # ok: flow
    sink(page.title)
