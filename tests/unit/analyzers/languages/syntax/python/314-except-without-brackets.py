before(1)
try:
    go()
except ValueError, TypeError:
    pass
after(1)
