# expect: 1 2,3 4
# expect: b a
# expect: one
# expect: pair 5
# expect: other
# expect: 6
# expect: 5
a, (b, c) = 1, [[2, 3], 4]
print(str(a) + " " + str(b) + " " + str(c))
x, y = "a", "b"
x, y = y, x
print(x + " " + y)
def kind(p):
    match p:
        case 1 | 2:
            return "one"
        case [u, v] if u > v:
            return "big"
        case [u, v]:
            return "pair " + str(v)
        case _:
            return "other"
print(kind(2))
print(kind([3, 5]))
print(kind("?"))
if (n := 6) > 5: print(n)
first, *rest = [1, 2, 3]
print(rest[0] + rest[1])
