using Flow;

class WhileBreak
{
    static void UntilFound(bool found)
    {
        string token;
        while (true)
        {
            token = Io.Source();
            if (found) break;
            token = "again";
            return;
        }
        // ruleid: flow
        Io.Sink(token);
    }

    static void UntilCleared(bool found)
    {
        string token = Io.Source();
        do
        {
            token = "cleared";
            if (found) break;
            found = true;
        } while (true);
        // ok: flow
        Io.Sink(token);
    }
}
