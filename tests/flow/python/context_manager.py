class Session:
    def __init__(self, user):
        self.user = user

    def __enter__(self):
        return self

    def __exit__(self, *problem):
        return False


def run():
    with Session(source()) as session:
        # ruleid: flow
        sink(session.user)
    with Session("root") as session:
        # ok: flow
        sink(session.user)
