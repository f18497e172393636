using Flow;

enum Detail
{
    Low,
    High
}

class EnumSwitch
{
    static string Describe(Detail detail, string text)
    {
        switch (detail)
        {
            case Detail.Low:
                return "short";
            default:
                return text;
        }
    }

    static void Print()
    {
        // ruleid: flow
        Io.Sink(Describe(Detail.High, Io.Source()));
        // ok: flow
        Io.Sink(Describe(Detail.Low, Io.Source()));
    }
}
