using Flow;

class SwitchKnown
{
    static void Route()
    {
        string mode = "B";
        string target;
        switch (mode)
        {
            case "A":
                target = Io.Source();
                break;
            case "B":
                target = "home";
                break;
            default:
                target = Io.Source();
                break;
        }
        // ok: flow
        Io.Sink(target);
    }

    static void RouteByNumber()
    {
        int mode = 2;
        string target = "home";
        switch (mode)
        {
            case 1:
                target = "one";
                break;
            case 2:
                target = Io.Source();
                break;
        }
        // ruleid: flow
        Io.Sink(target);
    }
}
