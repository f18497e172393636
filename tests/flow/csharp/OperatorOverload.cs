using Flow;

class Text
{
    public string Value;

    public Text(string value)
    {
        Value = value;
    }

    public static Text operator +(Text left, Text right)
    {
        return new Text(left.Value + right.Value);
    }

    public static Text operator *(Text left, Text right)
    {
        return new Text("product");
    }
}

class OperatorOverload
{
    static void Run()
    {
        var typed = new Text(Io.Source());
        var comma = new Text(",");
        // ruleid: flow
        Io.Sink((typed + comma).Value);
        // ok: flow
        Io.Sink((typed * comma).Value);
    }
}
