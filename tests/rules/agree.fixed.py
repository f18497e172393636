def by_value():
    key = 8
    # ruleid: agree-value
    lock(8)
    unlock(key)


def by_code():
    # ruleid: agree-value, agree-code
    lock(8)
    unlock(0x8)


def other():
    key = 9
    # ok: agree-value
    lock(8)
    unlock(key)


# ruleid: agree-fix
new(a)
# ruleid: agree-fix
new(a, b, c)
# ruleid: agree-fix-first
swapped(a)
# ruleid: agree-fix-first
swapped(b, a)
