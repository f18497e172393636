interface IAdd<T> where T : IAdd<T> {
    static abstract T operator +(T a, T b);
    static virtual int Zero => before(1);
}
file class Hidden { int x = after(1); }
class NoteAttribute<T> : System.Attribute { }
