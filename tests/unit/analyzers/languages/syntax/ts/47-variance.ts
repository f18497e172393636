before(1);
interface Box<in out T> { value: T; }
interface Source<out T> { get(): T; }
after(1);
