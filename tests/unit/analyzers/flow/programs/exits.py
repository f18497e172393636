# expect: try
# expect: finally
# expect: 1
# expect: caught bad
# expect: inner
# expect: outer
# expect: again
# expect: else
def f():
    try:
        print("try")
        return 1
    finally:
        print("finally")
class Bad(Exception):
    pass
class Other(Exception):
    pass
def g(x):
    if x:
        raise Bad("bad")
print(f())
try:
    g(1)
except Other as e:
    print("wrong")
except Bad as e:
    print("caught " + str(e))
for i in range(3):
    try:
        try:
            if i == 0: break
        finally:
            print("inner")
    finally:
        print("outer")
try:
    try:
        g(1)
    except Bad:
        raise
except Bad:
    print("again")
try:
    g(0)
except Bad:
    print("wrong")
else:
    print("else")
