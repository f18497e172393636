# ruleid: two-plain
run(a + b)
# ok: two-plain
other(a + b)
# ok: two-plain
run(a)

# ruleid: not-equal
load(name)
# ok: not-equal
load("name")
# ok: not-equal
load("name", 1)

lock(m)
# ok: not-inside
use(m)
# ruleid: not-inside
use(n)
unlock(m)

# ruleid: not-regex
fetch("http://a")
# ok: not-regex
fetch("https://a")

# ruleid: anywhere
start(server)
# ok: anywhere
start(client)
configure(server)


class A:
    # ruleid: only-inside
    def danger(self):
        return 1

    # ok: only-inside
    def harmless(self):
        return 2


# ok: only-inside
def danger():
    return 3


open_it(
    # ruleid: focus
    x,
    # ruleid: focus
    y)
