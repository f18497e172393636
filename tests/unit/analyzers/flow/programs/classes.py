# expect: Rex says wuff
# expect: a=1 b=9 rest=0
# expect: short
# expect: 2
class Animal:
    sound = "?"
    def __init__(self, name):
        self.name = name
    def say(self):
        return self.name + " says " + self.sound
class Dog(Animal):
    sound = "wuff"
print(Dog("Rex").say())
def f(a, b=2, *rest):
    return f"a={a} b={b} rest={len(rest)}"
print(f(1, b=9))
def loud():
    print("wrong")
    return True
if False and loud(): print("no")
else: print("short")
d = {"k": 1}
d["k"] += 1
print(d["k"])
