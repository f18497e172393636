using Flow;

public abstract class Handler
{
    public void Handle()
    {
        // ruleid: flow
        Io.Sink(Read());
        // ok: flow
        Io.Sink(Name());
    }

    protected abstract string Read();

    protected virtual string Name()
    {
        return "handler";
    }
}
