# expect: 4
# expect: done
# expect: 1 a
# expect: 3
for i in range(10):
    if i == 2:
        continue
    if i == 4:
        print(i)
        break
else:
    print("never")
n = 3
while n > 0:
    n -= 1
else:
    print("done")
for k, v in [[1, "a"]]:
    print(str(k) + " " + v)
print(len([x * y for x in range(3) for y in range(3) if x < y]))
