using Flow;

class LoopCarried
{
    static void History()
    {
        string previous = "start";
        string current = "start";
        for (int round = 0; round < 3; round++)
        {
            // ruleid: flow
            Io.Sink(previous);
            previous = current;
            current = Io.Source();
        }
    }

    static void NoHistory()
    {
        for (int round = 0; round < 3; round++)
        {
            string current = "start";
            // ok: flow
            Io.Sink(current);
            current = Io.Source();
        }
    }
}
