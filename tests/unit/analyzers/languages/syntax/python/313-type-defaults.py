before(1)
type Pair[T = int, *Ts = *tuple[int, ...]] = tuple[T, *Ts]
class Box[T = str]:
    pass
after(1)
