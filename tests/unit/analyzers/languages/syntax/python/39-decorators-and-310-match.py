@buttons[0].clicked.connect
def run(command):
    before(1)
    match command.split():
        case ["go", ("n" | "s") as where, *rest] if rest:
            go(where)
        case {"x": 1, **others}:
            pass
        case Point(x=0, y=-1.5) | None | "text":
            pass
        case _:
            pass
    with (open("a") as a, open("b") as b):
        pass
    x: int | None = None
after(1)
