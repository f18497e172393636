using Flow;

struct Coin
{
    public string Mark;
}

class StructCopy
{
    static void Duplicate()
    {
        Coin first = new Coin { Mark = "plain" };
        Coin second = first;
        second.Mark = Io.Source();
        // ok: flow
        Io.Sink(first.Mark);
        // ruleid: flow
        Io.Sink(second.Mark);
    }
}
