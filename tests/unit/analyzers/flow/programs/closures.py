# expect: 3
# expect: 7
# expect: 15
def counter():
    n = 0
    def up(by=1):
        nonlocal n
        n += by
        return n
    return up
c = counter()
c()
c()
print(c())
add = lambda a, b=3: a + b
print(add(4))
def twice(f):
    def inner(x):
        return f(x) + f(x)
    return inner
@twice
def half(x):
    return x // 2
print(half(15) + add(1, 0))
