def make():
    secret = source()
    public = "hello"

    def show():
        # ruleid: flow
        sink(secret)
        # ok: flow
        sink(public)

    show()
