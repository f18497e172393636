before(1)
name = t"Hello {user!r} {1 + 2:>3}"
raw = rt"a\d{x}"
after(1)
