def run(a, /, b, *, c):
    before(1)
    if (n := len(a)) > 1:
        print(f"{n=} {a!r:>{n}}")
    return {**a, "b": [*b, *c]}
after(1)
