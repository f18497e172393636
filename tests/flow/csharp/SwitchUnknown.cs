using Flow;

class SwitchUnknown
{
    static void Choose(int code)
    {
        string target = "home";
        switch (code)
        {
            case 1:
                target = Io.Source();
                break;
            case 2:
                target = "two";
                break;
        }
        // ruleid: flow
        Io.Sink(target);
        switch (code)
        {
            case 0:
            case 1:
                target = "few";
                break;
            default:
                target = "many";
                break;
        }
        // ok: flow
        Io.Sink(target);
    }
}
