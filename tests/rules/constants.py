NAME = "secret"
CHANGED = "secret"
CHANGED = other()


def outer(flag, given):
    # ruleid: constant-known
    use(NAME)
    # ok: constant-known
    use(CHANGED)
    local = "sec"
    # ruleid: constant-known
    use(local + "ret")
    # ruleid: constant-known
    use(f"{local}ret")
    # ok: constant-known
    use(given)
    if flag:
        local = "x"
    # ok: constant-known
    use(local + "ret")
    # ruleid: constant-some-string
    show(local)
    if flag:
        local = given
    # ok: constant-some-string
    show(local)


def loops(items):
    word = "secret"
    # ruleid: constant-known
    use(word)
    for item in items:
        # ok: constant-known
        use(word)
        word = item
    # ok: constant-known
    use(word)


def shadow(NAME):
    # ok: constant-known
    use(NAME)


def left_early(flag):
    word = "secret"
    if flag:
        word = "other"
        return
    # ruleid: constant-known
    use(word)
    # ok: constant-not-propagated
    plain(word)
    # ruleid: constant-not-propagated
    plain("secret")


def caught():
    word = "secret"
    try:
        word = read()
    except ValueError:
        # ok: constant-known
        use(word)


def looked_through(given):
    value = source(given)
    # ruleid: constant-looked-through
    wrap(value)
    value = other(given)
    # ok: constant-looked-through
    wrap(value)
