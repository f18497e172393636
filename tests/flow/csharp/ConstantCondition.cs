using Flow;

class ConstantCondition
{
    const int Offset = 106;

    static void Always()
    {
        string reply = Io.Source();
        if ((7 * 42) - Offset > 180) reply = "constant";
        // ok: flow
        Io.Sink(reply);
    }

    static void Never()
    {
        string reply = Io.Source();
        int offset = 206;
        if ((7 * 42) - offset > 180) reply = "constant";
        // ruleid: flow
        Io.Sink(reply);
    }
}
