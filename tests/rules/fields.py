class Fields:
    KEY = "secret"
    name = "secret"

    def __init__(self, other):
        self._own = "secret"
        self._twice = "secret"
        self._twice = other
        self._opened = "secret"
        self._each = "secret"

    def change(self, others):
        with open(others) as self._opened:
            pass
        for self._each in others:
            pass

    def m(self):
        # ruleid: field-worth
        use(self.KEY)
        # ruleid: field-worth
        use(Fields.KEY)
        # ruleid: field-worth
        use(self._own)
        # ok: field-worth
        use(self._twice)
        # ok: field-worth
        use(self._opened)
        # ok: field-worth
        use(self._each)
        # ok: field-worth
        use(self.name)
