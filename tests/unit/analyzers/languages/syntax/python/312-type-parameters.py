type Pair[T] = tuple[T, T]
type Alias = list[int]
class Box[T: int, *Ts, **P](Base):
    def get[U: (str, bytes)](self, x: U) -> T:
        before(1)
        return f"{", ".join(x)} {f"{x:{1}}"} {"nested"}"
after(1)
