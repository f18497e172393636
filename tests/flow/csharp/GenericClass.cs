using Flow;

class Holder<T>
{
    private T held;

    public void Put(T item)
    {
        held = item;
    }

    public T Take()
    {
        return held;
    }
}

class GenericClass
{
    static void Run()
    {
        var typed = new Holder<string>();
        var constant = new Holder<string>();
        typed.Put(Io.Source());
        constant.Put("fixed");
        // ruleid: flow
        Io.Sink(typed.Take());
        // ok: flow
        Io.Sink(constant.Take());
    }
}
